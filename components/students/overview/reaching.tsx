import { useTranslations } from "next-intl";
import { DayText } from "@/components/assessment/day-text";
import type { Overview } from "@/lib/services/assessments/overview";

/** When the limit runs out for those at risk: the first day, and the day on which most are refused. */
export function Reaching({ reaching }: { reaching: Overview["reaching"] }) {
  const t = useTranslations("home.parts.atRisk");
  const first = reaching[0];
  if (first === undefined) return null;
  const peak = reaching.reduce((most, day) => (day.count > most.count ? day : most));
  const day = (on: typeof first.on) => () => <DayText day={on} form="noYear" />;
  return t.rich(peak.on === first.on ? "onlyPeak" : "firstAndPeak", {
    first: day(first.on),
    firstCount: first.count,
    peak: day(peak.on),
    peakCount: peak.count,
  });
}
