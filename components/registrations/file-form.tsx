"use client";

import { useTranslations } from "next-intl";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";

/** Files the draft exactly as it is on this page; the button says how many go in, and beside it how many do not. */
export function FileForm({
  listId,
  asOf,
  fingerprint,
  students,
  leftOut,
  action,
}: {
  listId: string;
  /** YYYY-MM-DD. */
  asOf: string;
  fingerprint: string;
  students: number;
  leftOut: number;
  action: FormAction<null>;
}) {
  const t = useTranslations("registrations.file");
  const { outcome, send } = useSentForm(action);
  return (
    <form action={send} className="space-y-3">
      <Refusal outcome={outcome} />
      <input type="hidden" name="listId" value={listId} />
      <input type="hidden" name="asOf" value={asOf} />
      <input type="hidden" name="fingerprint" value={fingerprint} />
      <p className="max-w-prose text-muted">{t("hint")}</p>
      <SubmitButton pending={t("sending")}>{t("submit", { students, leftOut })}</SubmitButton>
    </form>
  );
}
