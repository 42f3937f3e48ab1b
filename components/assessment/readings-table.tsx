import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Day } from "@/lib/civil-date/day";
import { type Assessment, READINGS, type ReadingName } from "@/lib/compliance/assessment";
import type { ExplainedReading, Explanation } from "@/lib/compliance/explain";
import type { Source } from "@/lib/compliance/rule-set";
import { DayText } from "./day-text";
import { SourceMarks } from "./source-list";

type Column = { name: ReadingName; result: NonNullable<Assessment["readings"][ReadingName]> } & {
  explained: ExplainedReading | undefined;
};

const LINES = [
  "used",
  "range",
  "remaining",
  "window",
  "firstBreach",
  "overstayDays",
  "lastLawfulDay",
  "earliestEntry",
  "reachedOn",
] as const;
type Line = (typeof LINES)[number];
/** Of a student without a crossing on record nothing but the limit is known. */
const UNSEEN_LINES: readonly Line[] = ["used"];

/** The readings of the limit side by side, with what each looks at and where it comes from. */
export function ReadingsTable({
  assessment,
  explanation,
  sources,
}: {
  assessment: Assessment;
  explanation: Explanation;
  sources: readonly Source[];
}) {
  const t = useTranslations("students.readings");
  const words = useTranslations("assessment");
  const columns: Column[] = READINGS.flatMap((name) => {
    const result = assessment.readings[name];
    return result ? [{ name, result, explained: explanation.readings[name] }] : [];
  });
  if (columns.length === 0) return <p className="text-muted">{t("noReadings")}</p>;
  const isSeen = assessment.inside !== null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section aria-label={t("caption")} className="overflow-x-auto" tabIndex={0}>
      <table className="w-full border-collapse">
        <caption className="sr-only">{t("caption")}</caption>
        <thead className="border-rule-strong border-b">
          <tr>
            <td className="w-1/4" />
            {columns.map(({ name, result }) => (
              <th
                key={name}
                scope="col"
                className={`min-w-32 px-2.5 py-1.5 text-left align-bottom font-semibold ${toneOf(name, assessment)}`}
                title={words(`readingMeanings.${name}`, { window: result.window ?? 0 })}
              >
                {words(`readings.${name}`)}
                <span className="block font-normal text-muted text-xs">
                  {name === assessment.headline ? t("headline") : null}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(isSeen ? LINES : UNSEEN_LINES).map((line) => (
            <tr key={line} className="border-rule border-b">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal text-muted">
                {t(line)}
              </th>
              {columns.map((column) => (
                <td
                  key={column.name}
                  className={`px-2.5 py-1.5 ${toneOf(column.name, assessment)}`}
                >
                  {isSeen ? (
                    <Value line={line} {...column} />
                  ) : (
                    t("usedUnknown", { limit: column.result.limit })
                  )}
                </td>
              ))}
            </tr>
          ))}
          <tr className="border-rule border-b">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal text-muted">
              {t("sources")}
            </th>
            {columns.map(({ name, explained }) => (
              <td key={name} className={`px-2.5 py-1.5 ${toneOf(name, assessment)}`}>
                <SourceMarks ids={explained?.citations ?? []} sources={sources} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function toneOf(name: ReadingName, { headline }: Assessment): string {
  return name === headline ? "bg-lake-wash" : "";
}

function Value({ line, name, result, explained }: Column & { line: Line }): ReactNode {
  const t = useTranslations("students.readings");
  switch (line) {
    case "used":
      return (
        <a href={`#stays-${name}`} className="font-semibold text-lake underline underline-offset-3">
          {result.usedMin === result.usedMax
            ? t("limitValue", { used: result.used, limit: result.limit })
            : t("limitRange", { min: result.usedMin, max: result.usedMax, limit: result.limit })}
        </a>
      );
    case "range":
      return result.usedMin === result.usedMax
        ? t("none")
        : t("rangeValue", { min: result.usedMin, max: result.usedMax });
    case "remaining":
      return remainingOf(result);
    case "overstayDays":
      return result.overstayDays === 0 ? t("none") : result.overstayDays;
    case "window":
      return <Window explained={explained} />;
    case "firstBreach":
    case "lastLawfulDay":
    case "earliestEntry":
    case "reachedOn":
      return <MaybeDay day={result[line]} />;
  }
}

/** Days left; where the log is broken, the fewest and the most. */
function remainingOf({ remaining, limit, usedMin, usedMax }: Column["result"]): ReactNode {
  const most = Math.max(0, limit - usedMin);
  return usedMin === usedMax || most === remaining ? remaining : `${remaining}–${most}`;
}

function MaybeDay({ day }: { day: Day | null }): ReactNode {
  const t = useTranslations("students.readings");
  return day === null ? t("none") : <DayText day={day} form="table" />;
}

function Window({ explained }: { explained: ExplainedReading | undefined }): ReactNode {
  const t = useTranslations("students.readings");
  if (explained === undefined || explained.from === null) return t("noWindow");
  const { from, to } = explained;
  const day = (of: Day) => () => <DayText day={of} form="table" />;
  return to === null
    ? t.rich("windowFrom", { from: day(from) })
    : t.rich("windowRange", { from: day(from), to: day(to) });
}
