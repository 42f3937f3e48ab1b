import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { VerdictBadge } from "@/components/assessment/verdict-badge";
import { Section } from "@/components/ui/page-heading";
import { VERDICTS } from "@/lib/compliance/assessment";
import type { Overview } from "@/lib/services/assessments/overview";
import type { StudentFilter } from "@/lib/services/students/student-filter";
import { deskHref } from "../filter-link";

/** How all students stand: each verdict with how many have it and the way to them. */
export function Standing({
  verdicts,
  students,
  filter,
}: {
  verdicts: Overview["verdicts"];
  students: number;
  filter: StudentFilter;
}) {
  const t = useTranslations("home.standing");
  const meanings = useTranslations("assessment.verdictMeanings");
  const format = useFormatter();
  const rows = VERDICTS.flatMap((verdict) => {
    const found = verdicts.find(({ value }) => value === verdict);
    return found ? [{ verdict, count: found.count }] : [];
  });
  return (
    <Section title={t("title", { students })}>
      <ul className="divide-y divide-rule border-rule border-y">
        {rows.map(({ verdict, count }) => (
          <li key={verdict}>
            <Link
              href={deskHref(filter, { verdict: [verdict] })}
              className="grid grid-cols-[3.5rem_1fr] items-baseline gap-x-4 py-1.5 hover:bg-lake-wash sm:grid-cols-[3.5rem_13rem_1fr]"
            >
              <span className="text-right font-semibold tabular-nums">{format.number(count)}</span>
              <span>
                <VerdictBadge verdict={verdict} />
              </span>
              <span className="text-muted max-sm:col-start-2">{meanings(verdict)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
