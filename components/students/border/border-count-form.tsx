"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import { keepEntered } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea, TextField } from "@/components/ui/text-field";
import { useBorderDesk } from "./border-desk";

/** Keeps the number of days that the border service named, with the paper on which it stands. */
export function BorderCountForm({ studentId, today }: { studentId: number; today: string }) {
  const t = useTranslations("borderCount");
  const { outcome, send, errorOf, entered } = useBorderDesk();
  const text = (name: string) => ({
    name,
    defaultValue: entered(name, ""),
    error: errorOf(name),
    autoComplete: "off",
  });
  // A new one after each that was saved: closed, and empty.
  const saved = outcome.kind === "done" ? outcome.result.id : 0;
  return (
    <details key={saved} className="print:hidden">
      <summary className="font-medium text-lake">{t("add")}</summary>
      <form
        action={send}
        onReset={keepEntered}
        className="grid max-w-3xl gap-x-4 gap-y-3 py-3 sm:grid-cols-2"
        noValidate
      >
        <input type="hidden" name="kind" value="record" />
        <input type="hidden" name="studentId" value={studentId} />
        <TextField
          {...text("statedDays")}
          label={t("form.statedDays")}
          inputMode="numeric"
          required
        />
        <DateField {...text("statedOn")} label={t("form.statedOn")} max={today} required />
        <div className="sm:col-span-2">
          <TextField {...text("paper")} label={t("form.paper")} hint={t("form.paperHint")} />
        </div>
        <TextField {...text("paperNo")} label={t("form.paperNo")} />
        <DateField {...text("paperDate")} label={t("form.paperDate")} />
        <DateField {...text("returnOn")} label={t("form.returnOn")} />
        <div className="sm:col-span-2">
          <TextArea {...text("note")} label={t("form.note")} />
        </div>
        <div>
          <SubmitButton pending={t("form.saving")}>{t("form.save")}</SubmitButton>
        </div>
      </form>
    </details>
  );
}
