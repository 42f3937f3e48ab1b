import { useTranslations } from "next-intl";
import { VerdictBadge } from "@/components/assessment/verdict-badge";
import type { VerdictChanges } from "@/lib/services/office/verdict-changes";
import { StudentLinks } from "./student-links";

/** From which verdict to which, how many each, and who they are. */
export function VerdictChangeGroups({ effect }: { effect: VerdictChanges }) {
  const t = useTranslations("imports.effect");
  return (
    <ul className="divide-y divide-rule border-rule border-y">
      {effect.changes.map(({ from, to, count }) => {
        const students = effect.first.filter((one) => one.from === from && one.to === to);
        return (
          <li key={`${from} ${to}`} className="py-2">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="font-semibold tabular-nums">{t("students", { count })}</span>
              <VerdictBadge verdict={from} />
              <span aria-hidden="true">→</span>
              <span className="sr-only">{t("becomes", { tense: "will" })}</span>
              <VerdictBadge verdict={to} />
            </p>
            <details className="text-sm">
              <summary className="cursor-pointer text-lake">{t("names", { count })}</summary>
              <StudentLinks students={students} />
              {count > students.length
                ? ` ${t("notNamed", { count: count - students.length })}`
                : null}
            </details>
          </li>
        );
      })}
    </ul>
  );
}
