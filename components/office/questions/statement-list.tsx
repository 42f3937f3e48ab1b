import { useLocale, useTranslations } from "next-intl";
import { parseDay } from "@/lib/civil-date/day";
import type { RuleSet } from "@/lib/compliance/rule-set";
import { dayInWords, monthInWords } from "@/lib/i18n/format-day";

type Statement = RuleSet["questions"][number]["statements"][number];

/** Who said what on an open question and when, each with its source and how sure that is. */
export function StatementList({
  statements,
  sources,
}: {
  statements: readonly Statement[];
  sources: RuleSet["sources"];
}) {
  const t = useTranslations("questions.page");
  const locale = useLocale();
  return (
    <>
      <p className="mb-1 font-medium text-sm">{t("said")}</p>
      {statements.length === 0 ? <p className="text-muted text-sm">{t("nobodySaid")}</p> : null}
      <ul className="divide-y divide-rule border-rule border-y text-sm">
        {statements.map(({ says, who, on, citation }) => (
          <li key={`${citation} ${on}`} className="py-2">
            <p className="text-muted">
              {who[locale]}, {dateInWords(on, locale)}
            </p>
            <p>{says[locale]}</p>
            <SourceLink id={citation} sources={sources} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The source by its id, leading to where it can be read, and its grade in words. */
function SourceLink({ id, sources }: { id: string; sources: RuleSet["sources"] }) {
  const t = useTranslations("students.sources");
  const source = sources.find((known) => known.id === id);
  if (source === undefined) return <p>{id}</p>;
  const link = source.links.find((address) => address.startsWith("https://"));
  return (
    <p className="text-muted">
      <a
        href={link ?? `#source-${id}`}
        {...(link === undefined ? {} : { rel: "noreferrer", target: "_blank" })}
        className="text-lake underline underline-offset-3"
      >
        {id}
      </a>{" "}
      · {t("grade", { grade: source.grade })}: {t(`grades.${source.grade}`)}
    </p>
  );
}

/** "2025-12-04" or, where the day is not known, "2025-12" or "2025". */
function dateInWords(on: string, locale: Parameters<typeof dayInWords>[1]): string {
  const day = parseDay(on);
  if (day !== null) return dayInWords(day, locale);
  const month = parseDay(`${on}-01`);
  return month === null ? on : monthInWords(month, locale);
}
