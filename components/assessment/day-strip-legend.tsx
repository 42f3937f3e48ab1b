import { useTranslations } from "next-intl";
import { day } from "@/lib/civil-date/day";
import { DayStripBand } from "./day-strip-band";
import type { DayStripData } from "./day-strip-data";
import { drawBand } from "./day-strip-geometry";

const START = day("2025-09-01");
const GROUND = [{ from: START, to: null }];
const WINDOW = { from: START, to: day("2025-09-03") };

/** What each drawing means: drawn by the same hand as the strip itself. */
const SIGNS: { name: string; data: Omit<DayStripData, "start"> }[] = [
  { name: "counted", data: { days: "ccc" } },
  { name: "paused", data: { days: "ppp", grounds: GROUND } },
  { name: "outside", data: { days: "ooo" } },
  { name: "notCounted", data: { days: "nnn" } },
  { name: "unknown", data: { days: "uuu" } },
  { name: "window", data: { days: "ooo", window: WINDOW } },
  { name: "limit", data: { days: "ccc", limitOn: day("2025-09-02") } },
  { name: "asOf", data: { days: "ooo", asOf: day("2025-09-02") } },
];

/** What a plan adds: a day that it counts, a day outside, and one under a ground. */
const PLAN_SIGNS: typeof SIGNS = [
  { name: "planned", data: { days: "cop", planned: [WINDOW] } },
  { name: "plannedCounted", data: { days: "ccc", planned: [WINDOW] } },
];

/** The key to the strip; `withPlan`: to one that holds a plan. */
export function DayStripLegend({ withPlan = false }: { withPlan?: boolean }) {
  const t = useTranslations("assessment.strip");
  return (
    <dl aria-label={t("legend")} className="flex flex-wrap gap-x-5 gap-y-1 text-muted text-sm">
      {[...SIGNS, ...(withPlan ? PLAN_SIGNS : [])].map(({ name, data }) => (
        <div key={name} className="flex items-center gap-2">
          <dt>
            <Swatch start={START} {...data} />
          </dt>
          <dd>{t(name)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Swatch(data: DayStripData) {
  const shapes = drawBand(data, {
    from: START,
    to: day("2025-09-03"),
    dayWidth: 8,
    gap: 1,
    top: 4,
    height: 10,
    hatch: 3.5,
  });
  return (
    <svg viewBox="0 0 24 20" width="24" height="20" aria-hidden="true" className="overflow-visible">
      <DayStripBand shapes={{ ...shapes, weekends: "" }} />
    </svg>
  );
}
