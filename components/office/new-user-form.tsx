"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { LANGUAGES } from "./language-switch";
import { type NewPassword, OneTimePassword } from "./one-time-password";
import { useRoleOptions } from "./role-options";

/** E-mail, name, role and language of a new account; the answer shows its password. */
export function NewUserForm({ action }: { action: FormAction<NewPassword> }) {
  const t = useTranslations("office.users");
  const { outcome, send, errorOf, entered } = useSentForm(action);
  const roles = useRoleOptions();
  return (
    <form action={send} className="max-w-4xl space-y-4" noValidate>
      <Refusal outcome={outcome} />
      {outcome.kind === "done" ? <OneTimePassword {...outcome.result} /> : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("name")}
          name="name"
          autoComplete="off"
          defaultValue={entered("name", "")}
          error={errorOf("name")}
          required
        />
        <TextField
          label={t("email")}
          name="email"
          type="email"
          autoComplete="off"
          defaultValue={entered("email", "")}
          error={errorOf("email")}
          required
        />
        <Select
          key={`role ${entered("role", "registrar")}`}
          label={t("role")}
          name="role"
          options={roles}
          defaultValue={entered("role", "registrar")}
          hint={t("roleHint")}
          error={errorOf("role")}
        />
        <Select
          key={`locale ${entered("locale", "ru")}`}
          label={t("language")}
          name="locale"
          options={LANGUAGES.map(({ locale, name }) => ({ value: locale, label: name }))}
          defaultValue={entered("locale", "ru")}
          error={errorOf("locale")}
        />
      </div>
      <SubmitButton pending={t("adding")}>{t("addButton")}</SubmitButton>
    </form>
  );
}
