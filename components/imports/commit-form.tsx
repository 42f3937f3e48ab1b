"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";

/** Says exactly what will be written, and lets it be written. What stays out must be agreed to. */
export function CommitForm({
  importId,
  writes,
  staysOut: { unusable, byPerson },
  action,
}: {
  importId: string;
  /** Rows that will be written: new and changed. */
  writes: number;
  /** Wrong rows and rows of unknown students; and those that a person has left out. */
  staysOut: { unusable: number; byPerson: number };
  action: FormAction<null>;
}) {
  const t = useTranslations("imports.commit");
  const { outcome, send } = useSentForm(action);
  const some = unusable > 0 ? "leaveOut" : "leaveOutOnly";
  const consent = unusable > 0 && byPerson > 0 ? "leaveOutBoth" : some;
  return (
    <form action={send} className="space-y-3">
      <Refusal outcome={outcome} />
      <input type="hidden" name="importId" value={importId} />
      {unusable + byPerson > 0 ? (
        <Checkbox
          name="leaveOut"
          value="yes"
          required
          label={t(consent, { count: unusable, out: byPerson })}
          hint={t("leaveOutHint", { count: unusable + byPerson })}
        />
      ) : null}
      <div>
        <SubmitButton pending={t("sending")}>{t("write", { count: writes })}</SubmitButton>
      </div>
    </form>
  );
}
