"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import { Section } from "@/components/ui/page-heading";
import { type Option, Select } from "@/components/ui/select";
import { type FormAction, keepEntered, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { StudentFile } from "@/lib/services/students/get-student";
import { type CrossingsBy, SplitRows } from "./split-rows";

/** What of the record the form shows. */
export type SplitFile = Pick<
  StudentFile,
  "student" | "documents" | "crossings" | "grounds" | "borderCounts"
>;

const NAMES = ["lastNameCyrillic", "firstNameCyrillic", "lastName", "firstName"] as const;

/** Who the other person is, and which rows are theirs. */
export function SplitForm({
  file,
  crossingsBy,
  countries,
  action,
}: {
  file: SplitFile;
  crossingsBy: CrossingsBy;
  countries: readonly Option[];
  action: FormAction<null>;
}) {
  const t = useTranslations("people.split");
  const fields = useTranslations("people.fields");
  const { outcome, send, errorOf, entered } = useSentForm(action);
  const field = (name: string, first = "") => ({
    name,
    autoComplete: "off",
    defaultValue: entered(name, first),
    error: errorOf(name),
  });
  return (
    <form action={send} onReset={keepEntered} noValidate className="space-y-6">
      <Refusal outcome={outcome} />
      <input type="hidden" name="studentId" value={file.student.id} />
      <Section title={t("rows")}>
        <SplitRows file={file} crossingsBy={crossingsBy} />
      </Section>
      <Section title={t("other")}>
        <div className="grid max-w-3xl gap-x-4 gap-y-3 sm:grid-cols-2">
          <TextField {...field("studentNo")} label={fields("studentNo")} required />
          <Select
            {...field("citizenship", file.student.citizenship)}
            label={fields("citizenship")}
            options={countries}
          />
          {NAMES.map((name) => (
            <TextField key={name} {...field(name)} label={t(name)} maxLength={200} />
          ))}
          <DateField {...field("birthDate")} label={fields("birthDate")} />
          <TextField {...field("iin")} label={fields("iin")} inputMode="numeric" maxLength={20} />
        </div>
      </Section>
      <div className="max-w-3xl space-y-4">
        <TextField
          {...field("reason")}
          label={t("reason")}
          hint={t("reasonHint")}
          required
          maxLength={500}
        />
        <p className="text-muted">{t("canUndo")}</p>
        <SubmitButton pending={t("sending")}>{t("do")}</SubmitButton>
      </div>
    </form>
  );
}
