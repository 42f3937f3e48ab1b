"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { type FormAction, keepEntered, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";

/** The institution's name, as it stands on papers. */
export function OfficeNameForm({ name, action }: { name: string; action: FormAction<null> }) {
  const t = useTranslations("office.settings");
  const { outcome, send, errorOf, entered } = useSentForm(action);
  return (
    <form action={send} onReset={keepEntered} className="max-w-xl space-y-3" noValidate>
      <Refusal outcome={outcome} />
      {outcome.kind === "done" ? <Notice tone="done">{t("saved")}</Notice> : null}
      <TextField
        label={t("name")}
        name="name"
        defaultValue={entered("name", name)}
        error={errorOf("name")}
        required
      />
      <SubmitButton look="plain" pending={t("saving")}>
        {t("save")}
      </SubmitButton>
    </form>
  );
}
