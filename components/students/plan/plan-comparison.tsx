import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DayText } from "@/components/assessment/day-text";
import { VerdictBadge } from "@/components/assessment/verdict-badge";
import type { Day } from "@/lib/civil-date/day";
import { type Assessment, READINGS, type ReadingName } from "@/lib/compliance/assessment";
import type { Settings } from "@/lib/compliance/settings";
import { opensOn, staysUntil } from "./strictest";
import type { TriedPlan } from "./tried-plan";

type Line = "verdict" | ReadingName | "staysUntil" | "opensOn" | "onTheWay" | "due" | "protected";
type Side = { assessment: Assessment; onTheWay: Day | null };

/** On a narrow screen a verdict takes two lines, so that what the plan makes of it stays in sight. */
const CELL = "px-2.5 py-1.5 max-sm:px-1.5 max-sm:[&>span]:h-auto max-sm:[&>span]:whitespace-normal";

/** The numbers as they stand beside those with the plan; what the plan changes is in bold. */
export function PlanComparison({ tried, settings }: { tried: TriedPlan; settings: Settings }) {
  const t = useTranslations("plan.comparison");
  const { asItStands, planned } = tried;
  const before: Side = { assessment: asItStands, onTheWay: null };
  const breach = planned?.breaches.find(({ kind }) => kind === "over_limit");
  const after: Side | null =
    planned === null ? null : { assessment: planned.assessment, onTheWay: breach?.day ?? null };
  const sides = after === null ? [before] : [before, after];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section aria-label={t("caption")} className="max-w-3xl overflow-x-auto" tabIndex={0}>
      <table className="w-full border-collapse">
        <caption className="sr-only">{t("caption")}</caption>
        <thead className="border-rule-strong border-b text-left">
          <tr>
            <td />
            <th
              scope="col"
              className="w-1/3 px-2.5 py-1.5 align-bottom font-semibold max-sm:px-1.5"
            >
              {t("asItStands")}
              <OnDay day={asItStands.asOf} />
            </th>
            {after === null ? null : (
              <th
                scope="col"
                className="w-1/3 px-2.5 py-1.5 align-bottom font-semibold max-sm:px-1.5"
              >
                {t("withPlan")}
                <OnDay day={after.assessment.asOf} />
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {linesOf(sides).map((line) => (
            <tr key={line} className="border-rule border-b">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal text-muted">
                <LineName line={line} />
              </th>
              <td className={CELL}>
                <Value line={line} side={before} settings={settings} />
              </td>
              {after === null ? null : (
                <td
                  className={`${CELL} ${isChanged(line, before, after, settings) ? "bg-lake-wash font-semibold" : ""}`}
                >
                  <Value line={line} side={after} settings={settings} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function OnDay({ day }: { day: Day }) {
  return (
    <span className="block font-normal text-muted text-sm">
      <DayText day={day} form="table" />
    </span>
  );
}

/** The lines that say something on one side at least. */
function linesOf(sides: readonly Side[]): Line[] {
  const readings = READINGS.filter((name) =>
    sides.some(({ assessment }) => assessment.readings[name] !== undefined),
  );
  const isAnywhere = (inside: boolean) =>
    readings.length > 0 && sides.some(({ assessment }) => (assessment.inside === true) === inside);
  return [
    "verdict",
    ...readings,
    ...(isAnywhere(true) ? (["staysUntil"] as const) : []),
    ...(isAnywhere(false) ? (["opensOn"] as const) : []),
    ...(sides.some(({ onTheWay }) => onTheWay !== null) ? (["onTheWay"] as const) : []),
    "due",
    "protected",
  ];
}

function LineName({ line }: { line: Line }): ReactNode {
  const t = useTranslations("plan.comparison");
  const readings = useTranslations("assessment.readings");
  const reading = READINGS.find((name) => name === line);
  return reading === undefined
    ? t(`lines.${line}`)
    : t("lines.used", { reading: readings(reading) });
}

type Cell = { line: Line; side: Side; settings: Settings };

function Value({ line, side, settings }: Cell): ReactNode {
  const t = useTranslations("plan.comparison");
  const value = cellOf(line, side, settings);
  const { verdict, verdictAtLeast } = side.assessment;
  if (line === "verdict") return <VerdictBadge verdict={verdict} atLeast={verdictAtLeast} />;
  if (value === null) return <span className="text-muted">{t("none")}</span>;
  if (value === "open" || value === "unknown") return t(value);
  if (typeof value === "number") return <DayText day={value} form="table" />;
  return t("limitValue", value);
}

type Value = Day | "open" | "unknown" | { used: number; limit: number; range: string } | null;

function cellOf(line: Line, { assessment, onTheWay }: Side, settings: Settings): Value {
  switch (line) {
    case "verdict":
      return null;
    case "staysUntil":
      return assessment.inside === true ? staysUntil(assessment, settings) : null;
    case "opensOn":
      return opensOn(assessment, settings);
    case "onTheWay":
      return onTheWay;
    case "due":
      return assessment.registrationDueOn;
    case "protected":
      return assessment.protectedUntil;
    default: {
      const result = assessment.readings[line];
      if (result === undefined) return null;
      if (assessment.inside === null) return "unknown";
      const { used, usedMin, usedMax, limit } = result;
      return { used, limit, range: usedMin === usedMax ? "no" : `${usedMin}–${usedMax}` };
    }
  }
}

function isChanged(line: Line, before: Side, after: Side, settings: Settings): boolean {
  if (line === "verdict") return before.assessment.verdict !== after.assessment.verdict;
  const [was, is] = [cellOf(line, before, settings), cellOf(line, after, settings)];
  return JSON.stringify(was) !== JSON.stringify(is);
}
