"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { type FormAction, keepEntered, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-field";
import type { Day } from "@/lib/civil-date/day";
import { dayInTable } from "@/lib/i18n/format-day";

/** The office's whole list of holidays as text, to be mended by hand. */
export function HolidayForm({
  holidays,
  action,
}: {
  holidays: readonly Day[];
  action: FormAction<null>;
}) {
  const t = useTranslations("office.holidays");
  const { outcome, send, errorOf, entered } = useSentForm(action);
  const text = holidays.map(dayInTable).join("\n");
  return (
    <form action={send} onReset={keepEntered} className="max-w-md space-y-3" noValidate>
      <Refusal outcome={outcome} />
      {outcome.kind === "done" ? <Notice tone="done">{t("saved")}</Notice> : null}
      <TextArea
        // Days taken over from the proposals appear in it at once.
        key={text}
        label={t("list")}
        name="holidays"
        hint={t("listHint")}
        defaultValue={entered("holidays", text)}
        error={errorOf("holidays")}
      />
      <SubmitButton look="plain" pending={t("saving")}>
        {t("save")}
      </SubmitButton>
    </form>
  );
}
