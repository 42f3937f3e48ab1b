import { useLocale, useTranslations } from "next-intl";
import { DayText } from "@/components/assessment/day-text";
import type { FormAction } from "@/components/ui/sent-form";
import type { Day } from "@/lib/civil-date/day";
import type { RuleSet, Words } from "@/lib/compliance/rule-set";
import { type HolidayRun, holidayRuns } from "./holiday-runs";
import { TakeHolidaysForm } from "./take-holidays-form";

type Proposed = RuleSet["holidays"][number]["days"][number];

/** A year's holidays: which the office has, and which are proposed and not yet taken over. */
export function HolidayYear({
  year,
  own,
  proposed,
  note,
  sources,
  take,
}: {
  year: number;
  own: readonly Day[];
  proposed: readonly Proposed[];
  /** What the proposed list lacks, and for whom it holds. */
  note: Words | null;
  sources: RuleSet["sources"];
  take: FormAction<{ added: number }>;
}) {
  const t = useTranslations("office.holidays");
  const missing = proposed.filter(({ day }) => !own.includes(day));
  const nameOf = useHolidayName(proposed);
  const runs = holidayRuns(
    own.map((day) => ({ day, name: nameOf(day) })),
    (a, b) => a.name === b.name,
  );
  return (
    <div className="border-rule border-t pt-3">
      <h3 className="font-semibold">{year}</h3>
      {own.length === 0 ? (
        <p className="text-muted">{t("noneInYear")}</p>
      ) : (
        <ul className="columns-xs gap-x-8">
          {runs.map(({ from, to, first }) => (
            <li key={from} className="break-inside-avoid">
              <Span from={from} to={to} /> <span className="text-muted">{first.name}</span>
            </li>
          ))}
        </ul>
      )}
      {missing.length === 0 ? null : (
        <TakeHolidaysForm year={year} count={missing.length} action={take}>
          <ProposedList days={missing} note={note} sources={sources} />
        </TakeHolidaysForm>
      )}
    </div>
  );
}

/** A day's name as the rules have it; "" where they do not know it. */
function useHolidayName(proposed: readonly Proposed[]): (day: Day) => string {
  const locale = useLocale();
  const names = new Map(proposed.map(({ day, name }) => [day, name[locale]]));
  return (day) => names.get(day) ?? "";
}

function Span({ from, to }: Pick<HolidayRun<unknown>, "from" | "to">) {
  if (from === to) return <DayText day={from} form="table" />;
  return (
    <span className="whitespace-nowrap">
      <DayText day={from} form="table" /> – <DayText day={to} form="table" />
    </span>
  );
}

/** What is proposed: each with its name, where it is written, and how sure that is. */
function ProposedList({
  days,
  note,
  sources,
}: {
  days: readonly Proposed[];
  note: Words | null;
  sources: RuleSet["sources"];
}) {
  const t = useTranslations("office.holidays");
  const grades = useTranslations("students.sources.grades");
  const locale = useLocale();
  const runs = holidayRuns(
    days,
    (a, b) => a.name[locale] === b.name[locale] && a.citations.join() === b.citations.join(),
  );
  const sourceOf = (id: string) => sources.find((source) => source.id === id);
  return (
    <details>
      <summary className="text-lake underline underline-offset-3">
        {t("proposed", { count: days.length })}
      </summary>
      <ul className="mt-2 divide-y divide-rule border-rule border-y text-sm">
        {runs.map(({ from, to, first }) => (
          <li key={from} className="grid gap-x-4 py-1.5 sm:grid-cols-[12rem_1fr]">
            <Span from={from} to={to} />
            <div>
              {first.name[locale]}
              <span className="block text-muted">
                {first.citations.map((id) => sourceOf(id)?.title[locale] ?? id).join("; ")} ·{" "}
                {grades(first.grade)}
              </span>
            </div>
          </li>
        ))}
      </ul>
      <p className="max-w-prose pt-2 text-muted text-sm">
        {note === null ? null : note[locale]} {t("mayLack")}
      </p>
    </details>
  );
}
