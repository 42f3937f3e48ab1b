"use client";

import { useTranslations } from "next-intl";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";

/** Leaves the comparison of a log with the last one out, or brings it back. */
export function LastLogForm({
  importId,
  isCompared,
  action,
}: {
  importId: string;
  /** As it is now. */
  isCompared: boolean;
  action: FormAction<null>;
}) {
  const t = useTranslations("imports.effect.lastLog");
  const { outcome, send } = useSentForm(action);
  return (
    <form action={send} className="max-w-3xl space-y-2">
      <Refusal outcome={outcome} />
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="isCompared" value={isCompared ? "no" : "yes"} />
      {isCompared ? <p className="text-muted text-sm">{t("hint")}</p> : null}
      <SubmitButton look="plain" pending={t("sending")}>
        {t(isCompared ? "leaveOut" : "compare")}
      </SubmitButton>
    </form>
  );
}
