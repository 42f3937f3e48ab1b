"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import { Notice } from "@/components/ui/notice";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";

/** An academic year as its form shows it: days as YYYY-MM-DD. */
export type WrittenYear = { id: number; from: string; to: string };

/** First and last day of a new academic year, or of one to be changed. */
export function YearForm({ action, year }: { action: FormAction<null>; year?: WrittenYear }) {
  const t = useTranslations("office.years");
  const { outcome, send, errorOf, entered } = useSentForm(action);
  return (
    <form action={send} className="space-y-3" noValidate>
      <Refusal outcome={outcome} />
      {outcome.kind === "done" ? <Notice tone="done">{t("saved")}</Notice> : null}
      {year ? <input type="hidden" name="id" value={year.id} /> : null}
      <div className="flex flex-wrap items-start gap-4">
        <DateField
          label={t("from")}
          name="from"
          defaultValue={entered("from", year?.from ?? "")}
          error={errorOf("from")}
          required
        />
        <DateField
          label={t("to")}
          name="to"
          defaultValue={entered("to", year?.to ?? "")}
          error={errorOf("to")}
          required
        />
        <div className="pt-6">
          <SubmitButton look="plain">{year ? t("save") : t("add")}</SubmitButton>
        </div>
      </div>
    </form>
  );
}
