"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { type FormAction, keepEntered, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { type Day, formatDay } from "@/lib/civil-date/day";
import type { Direction } from "@/lib/compliance/facts";

/** Enters a crossing that the log lacks for good, with the reason for which it is known. */
export function RecordCrossing({
  studentId,
  direction,
  day,
  action,
  recorded,
}: {
  studentId: number;
  direction: Direction;
  day: Day;
  action: FormAction<null>;
  /** It stands in the log now. */
  recorded: () => void;
}) {
  const t = useTranslations("plan.record");
  const { outcome, send, errorOf, entered } = useSentForm(action);
  const isDone = outcome.kind === "done";
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when it is done.
  useEffect(() => {
    if (isDone) recorded();
  }, [isDone]);
  return (
    <form
      action={send}
      onReset={keepEntered}
      className="w-full space-y-3 border-rule-strong border-l-2 pl-3"
      noValidate
    >
      <Refusal outcome={outcome} />
      <p className="text-muted text-sm">{t("lead")}</p>
      <input type="hidden" name="studentId" value={studentId} />
      <input type="hidden" name="direction" value={direction} />
      <input type="hidden" name="day" value={formatDay(day)} />
      <div className="grid grid-cols-[1fr_7rem] gap-3">
        <TextField
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          defaultValue={entered("reason", "")}
          error={errorOf("reason")}
          autoComplete="off"
        />
        <TextField
          name="minute"
          type="time"
          label={t("time")}
          defaultValue={entered("minute", "")}
          error={errorOf("minute")}
        />
      </div>
      <SubmitButton size="small" pending={t("saving")}>
        {t("save")}
      </SubmitButton>
    </form>
  );
}
