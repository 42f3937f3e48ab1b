import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/ui/sent-form";
import { civilDate, type Day } from "@/lib/civil-date/day";
import type { RuleSet } from "@/lib/compliance/rule-set";
import { HolidayForm } from "./holiday-form";
import { HolidayYear } from "./holiday-year";

type Actions = { save: FormAction<null>; take: FormAction<{ added: number }> };

/** The office's public holidays by year, with what its rules propose for each, and the list to write in. */
export function HolidaysSection({
  holidays,
  ruleSet,
  thisYear,
  actions,
}: {
  holidays: readonly Day[];
  ruleSet: Pick<RuleSet, "holidays" | "sources">;
  /** Years before it are shown only where the office has days in them. */
  thisYear: number;
  actions: Actions;
}) {
  const t = useTranslations("office.holidays");
  const own = holidays.map((day) => civilDate(day).year);
  const proposed = ruleSet.holidays.map(({ year }) => year).filter((year) => year >= thisYear);
  const years = [...new Set([...own, ...proposed])].sort((a, b) => a - b);
  return (
    <div className="space-y-4">
      <p className="max-w-prose text-muted">{t("why")}</p>
      {years.map((year) => (
        <HolidayYear
          key={year}
          year={year}
          own={holidays.filter((day) => civilDate(day).year === year)}
          proposed={ruleSet.holidays.find((list) => list.year === year)?.days ?? []}
          note={ruleSet.holidays.find((list) => list.year === year)?.note ?? null}
          sources={ruleSet.sources}
          take={actions.take}
        />
      ))}
      <HolidayForm holidays={holidays} action={actions.save} />
    </div>
  );
}
