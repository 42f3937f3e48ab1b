import { useLocale, useTranslations } from "next-intl";
import { crossingAnchor } from "@/components/assessment/reading-stays";
import type { DataProblem } from "@/lib/compliance/assessment";
import { dayInWords } from "@/lib/i18n/format-day";

/** What does not fit in the log, each with the way to its crossing. */
export function DataProblems({ problems }: { problems: readonly DataProblem[] }) {
  const t = useTranslations("assessment.dataProblems");
  const locale = useLocale();
  return (
    <ul className="list-disc space-y-1 pl-5">
      {problems.map(({ code, at, ref }) => (
        <li key={`${code} ${ref}`}>
          <a href={`#${crossingAnchor(ref)}`} className="text-lake underline underline-offset-3">
            {t(code, { day: dayInWords(at, locale) })}
          </a>
        </li>
      ))}
    </ul>
  );
}
