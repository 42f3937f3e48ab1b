"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import { keepEntered } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { useRepair } from "./repair-desk";

/** A repair as a form asks for it; days as "YYYY-MM-DD". */
export type Asked =
  | { kind: "add_exit" | "add_entry"; from: string; to: string; likely: string | null }
  | { kind: "set_aside"; refs: readonly string[] };

/** Makes a proposed repair: on which day a missing crossing was, and how that is known. */
export function RepairForm({
  studentId,
  factsVersion,
  asked,
  dayHint,
}: {
  studentId: number;
  /** The facts that it was proposed for: where they have moved since, it is refused. */
  factsVersion: number;
  asked: Asked;
  /** The allowed days in words. */
  dayHint: string;
}) {
  const t = useTranslations("logRepair.form");
  const { send, errorOf, entered } = useRepair();
  const name = nameOf(asked);
  const isSender = entered("form", name) === name;
  const error = (field: string) => (isSender ? errorOf(field) : undefined);
  const value = (field: string, first: string) => (isSender ? entered(field, first) : first);
  return (
    <form action={send} onReset={keepEntered} className="space-y-3 py-2" noValidate>
      <input type="hidden" name="place" value="troubles" />
      <input type="hidden" name="form" value={name} />
      <input type="hidden" name="studentId" value={studentId} />
      <input type="hidden" name="factsSeen" value={factsVersion} />
      <input type="hidden" name="kind" value={asked.kind} />
      {asked.kind === "set_aside" ? (
        asked.refs.map((ref) => <input key={ref} type="hidden" name="refs" value={ref} />)
      ) : (
        <div className="flex flex-wrap gap-x-4 gap-y-3">
          <input type="hidden" name="from" value={asked.from} />
          <input type="hidden" name="to" value={asked.to} />
          <DateField
            name="day"
            label={t("day")}
            hint={dayHint}
            min={asked.from}
            max={asked.to}
            required
            defaultValue={value("day", asked.likely ?? (asked.from === asked.to ? asked.from : ""))}
            error={error("day")}
          />
          <TextField
            name="minute"
            label={t("time")}
            hint={t("timeHint")}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={value("minute", "")}
            error={error("minute")}
          />
        </div>
      )}
      <TextField
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        required
        maxLength={500}
        autoComplete="off"
        defaultValue={value("reason", "")}
        error={error("reason")}
      />
      <SubmitButton pending={t("sending")}>{t(asked.kind)}</SubmitButton>
    </form>
  );
}

function nameOf(asked: Asked): string {
  return asked.kind === "set_aside"
    ? `set_aside ${asked.refs.join()}`
    : `${asked.kind} ${asked.from} ${asked.to}`;
}
