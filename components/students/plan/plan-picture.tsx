import { useTranslations } from "next-intl";
import { DayStripLegend } from "@/components/assessment/day-strip-legend";
import { DayStripYear } from "@/components/assessment/day-strip-year";
import { addDays, civilDate, type Day } from "@/lib/civil-date/day";
import { type DaySpan, joinSorted, later } from "@/lib/civil-date/day-range";
import { explain } from "@/lib/compliance/explain";
import { stripOf } from "@/lib/compliance/ledger";
import type { WhatIf } from "@/lib/compliance/what-if";
import type { PlanBasis } from "./plan-basis";

/** Days before the day of the report that a window of 180 days looks at. */
const DAYS_BEFORE = 179;

/** The days from half a year back to the end of the academic year or of the plan; planned ones are drawn as planned. */
export function PlanPicture({ planned, basis }: { planned: WhatIf | null; basis: PlanBasis }) {
  const t = useTranslations("plan");
  const { ruleSet, settings, asOf, academicYear } = basis;
  const facts = planned?.facts ?? basis.facts;
  const on = planned?.asOf ?? asOf;
  const start = firstOfMonth(addDays(asOf, -DAYS_BEFORE));
  const end = lastOfMonth(later(later(academicYear.to, on), asOf));
  const days = stripOf(facts, ruleSet, settings, start, end, on);
  const asItStands = stripOf(basis.facts, ruleSet, settings, start, end, asOf);
  const explained = explain(facts, ruleSet, settings, on);
  const headline = planned?.assessment.headline ?? null;
  const window = headline === null ? undefined : explained.readings[headline];
  const known = new Set(basis.facts.grounds.map(({ ref }) => ref));
  return (
    <div className="space-y-3">
      {planned === null ? <p className="text-muted">{t("picture.none")}</p> : null}
      <DayStripYear
        start={start}
        days={days}
        asOf={asOf}
        window={window?.from == null ? null : { from: window.from, to: window.to }}
        limitOn={planned?.breaches.find(({ kind }) => kind === "over_limit")?.day}
        grounds={facts.grounds
          .filter(({ status }) => status === "granted")
          .map(({ from, to, ref }) => ({ from, to, planned: !known.has(ref) }))}
        planned={differing(start, days, asItStands)}
      />
      <DayStripLegend withPlan={planned !== null} />
    </div>
  );
}

/** The days on which two strips from the same day differ. */
function differing(start: Day, days: string, others: string): DaySpan[] {
  const spans = [...days].flatMap((letter, index) => {
    const day = addDays(start, index);
    return letter === others[index] ? [] : [{ from: day, to: day }];
  });
  return joinSorted(spans);
}

function firstOfMonth(day: Day): Day {
  return addDays(day, 1 - civilDate(day).dayOfMonth);
}

function lastOfMonth(day: Day): Day {
  return addDays(firstOfMonth(addDays(firstOfMonth(day), 31)), -1);
}
