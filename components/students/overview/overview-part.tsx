import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DayText } from "@/components/assessment/day-text";
import { Section } from "@/components/ui/page-heading";
import { civilDate, type Day } from "@/lib/civil-date/day";
import type { OverviewPart, OverviewPartName } from "@/lib/services/assessments/overview";
import type { StudentRow } from "@/lib/services/students/list-students";
import type { StudentFilter } from "@/lib/services/students/student-filter";
import { studentHref } from "../filter-link";
import { StudentName } from "../student-name";

/** The day that a part tells of a student. */
function dayIn(name: OverviewPartName, row: StudentRow): Day | null {
  switch (name) {
    case "over":
    case "atRisk":
      return row.reachedOn;
    case "overdue":
    case "dueWeek":
      return row.registrationDueOn;
    case "ending":
      return row.protectedUntil;
    case "unknown":
    case "broken":
      return row.lastCrossingOn;
  }
}

/** One matter of the day: how many it concerns, who comes first, and the way to all of them. */
export function OverviewPartSection({
  name,
  part,
  asOf,
  lead,
  href,
  filter,
}: {
  name: OverviewPartName;
  part: OverviewPart;
  asOf: Day;
  /** The sentence under the title, where it is not always the same. */
  lead?: ReactNode;
  href: string;
  filter: StudentFilter;
}) {
  const t = useTranslations("home.parts");
  const { count, first } = part;
  return (
    <Section title={t(`${name}.title`, { count })}>
      <p className="mb-2 max-w-prose text-muted">{lead ?? t(`${name}.body`)}</p>
      <ul className="divide-y divide-rule border-rule border-y">
        {first.map((row) => (
          <Line
            key={row.id}
            row={row}
            day={dayIn(name, row)}
            asOf={asOf}
            href={studentHref(row.id, filter)}
          />
        ))}
      </ul>
      {count > first.length ? (
        <p className="pt-2">
          <Link href={href} className="text-lake underline underline-offset-3">
            {t("all", { count })}
          </Link>
        </p>
      ) : null}
    </Section>
  );
}

function Line({
  row,
  day,
  asOf,
  href,
}: {
  row: StudentRow;
  day: Day | null;
  asOf: Day;
  href: string;
}) {
  const t = useTranslations("home.parts");
  const place = row.inside === null ? "unknown" : row.inside ? "inside" : "outside";
  const used =
    row.used === null || row.limitDays === null || row.inside === null
      ? ""
      : `, ${t("used", {
          used: row.used,
          min: row.usedMin ?? row.used,
          limit: row.limitDays,
          isRange: String(row.usedMin !== null && row.usedMin !== row.used),
        })}`;
  return (
    <li className="grid grid-cols-[6rem_1fr] items-baseline gap-x-4 py-1.5 sm:grid-cols-[6rem_1fr_1.2fr]">
      <span>
        {day === null ? null : (
          <DayText
            day={day}
            form={civilDate(day).year === civilDate(asOf).year ? "noYear" : "table"}
          />
        )}
      </span>
      <Link href={href} className="font-medium text-lake hover:underline">
        <StudentName {...row} />
      </Link>
      <span className="text-muted text-sm max-sm:col-start-2">
        {t(`place.${place}`)}
        {used}
      </span>
    </li>
  );
}
