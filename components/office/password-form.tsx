"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";

/** The password now and the new one, twice. */
export function PasswordForm({ action }: { action: FormAction<null> }) {
  const t = useTranslations("office.account");
  const { outcome, send, errorOf } = useSentForm(action);
  return (
    <form action={send} className="max-w-96 space-y-4" noValidate>
      <Refusal outcome={outcome} />
      {outcome.kind === "done" ? <Notice tone="done">{t("changed")}</Notice> : null}
      <TextField
        label={t("current")}
        name="current"
        type="password"
        autoComplete="current-password"
        error={errorOf("current")}
        required
      />
      <TextField
        label={t("next")}
        name="next"
        type="password"
        autoComplete="new-password"
        hint={t("nextHint")}
        error={errorOf("next")}
        required
      />
      <TextField
        label={t("repeated")}
        name="repeated"
        type="password"
        autoComplete="new-password"
        error={errorOf("repeated")}
        required
      />
      <SubmitButton pending={t("changing")}>{t("change")}</SubmitButton>
    </form>
  );
}
