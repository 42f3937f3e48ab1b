"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";

/** Takes the days proposed for a year over into the office's list; `children` name them. */
export function TakeHolidaysForm({
  year,
  count,
  action,
  children,
}: {
  year: number;
  /** How many are proposed that the office does not have. */
  count: number;
  action: FormAction<{ added: number }>;
  children: ReactNode;
}) {
  const t = useTranslations("office.holidays");
  const { outcome, send } = useSentForm(action);
  return (
    <form action={send} className="mt-2 space-y-2">
      <Refusal outcome={outcome} />
      <input type="hidden" name="year" value={year} />
      {children}
      <SubmitButton look="plain" size="small" pending={t("saving")}>
        {t("take", { count, year: String(year) })}
      </SubmitButton>
    </form>
  );
}
