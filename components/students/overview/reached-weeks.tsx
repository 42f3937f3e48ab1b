import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { DayText } from "@/components/assessment/day-text";
import { Section } from "@/components/ui/page-heading";
import { Cell, HeadCell, Row, RowHeadCell, Table, TableHead } from "@/components/ui/table";
import { addDays, type Day } from "@/lib/civil-date/day";
import { earlier, later } from "@/lib/civil-date/day-range";
import type { Overview } from "@/lib/services/assessments/overview";
import type { StudentFilter } from "@/lib/services/students/student-filter";
import { deskHref } from "../filter-link";
import { WeekChart } from "./week-chart";

type Week = {
  monday: Day;
  /** Of the week, the days from the day of the overview to the end of the academic year. */
  from: Day;
  to: Day;
  count: number;
  cumulated: number;
  href: string;
};

/** Weeks after which the running total is told in words. */
const SOON = 6;

/** How many reach the limit by when if nobody acts: in words, as a picture, as a table; each week leads to its students. */
export function ReachedWeeks({ overview, filter }: { overview: Overview; filter: StudentFilter }) {
  const t = useTranslations("home.weeks");
  const weeks = weeksOf(overview, filter);
  const last = weeks.at(-1);
  if (last === undefined) return null;
  const { passed, protectedToday, none } = overview.reachedByWeek;
  return (
    <Section title={t("title")} aside={t("aside")}>
      <div className="space-y-4">
        <div className="max-w-prose space-y-1">
          <Forecast weeks={weeks} last={last} over={passed} />
          <p className="text-muted">{t("others", { protectedToday, none })}</p>
        </div>
        {last.cumulated === 0 ? null : (
          <>
            <WeekChart weeks={weeks} />
            <details>
              <summary className="text-lake underline underline-offset-3 print:hidden">
                {t("table")}
              </summary>
              <div className="mt-2 max-w-2xl">
                <WeekTable weeks={weeks} />
              </div>
            </details>
          </>
        )}
      </div>
    </Section>
  );
}

function weeksOf({ reachedByWeek, asOf, academicYear }: Overview, filter: StudentFilter): Week[] {
  return reachedByWeek.weeks.map(({ monday, count, cumulated }) => {
    const from = later(monday, addDays(asOf, 1));
    const to = earlier(addDays(monday, 6), academicYear.to);
    const href = deskHref(filter, { projectedFrom: from, projectedTo: to, sort: "projected" });
    return { monday, from, to, count, cumulated, href };
  });
}

/** The running total after some weeks and at the end of the academic year, and how many are over already. */
function Forecast({ weeks, last, over }: { weeks: readonly Week[]; last: Week; over: number }) {
  const t = useTranslations("home.weeks");
  const soon = weeks[SOON];
  const yearEnd = () => <DayText day={last.to} />;
  if (last.cumulated === 0) return <p>{t.rich("nobody", { yearEnd })}</p>;
  return (
    <p className="text-lg">
      {soon === undefined || soon === last
        ? t.rich("byYearEnd", { count: last.cumulated, yearEnd })
        : t.rich("bySoon", {
            soonCount: soon.cumulated,
            soon: () => <DayText day={soon.to} />,
            count: last.cumulated,
            yearEnd,
          })}{" "}
      {over === 0 ? null : t("over", { count: over })}
    </p>
  );
}

function WeekTable({ weeks }: { weeks: readonly Week[] }) {
  const t = useTranslations("home.weeks");
  const format = useFormatter();
  return (
    <Table caption={t("title")}>
      <TableHead>
        <HeadCell>{t("week")}</HeadCell>
        <HeadCell align="end">{t("count")}</HeadCell>
        <HeadCell align="end">{t("total")}</HeadCell>
      </TableHead>
      <tbody>
        {weeks.map(({ monday, from, to, count, cumulated, href }) => (
          <Row key={monday}>
            <RowHeadCell>
              <DayText day={from} form="table" /> – <DayText day={to} form="table" />
            </RowHeadCell>
            <Cell align="end">
              {count === 0 ? (
                0
              ) : (
                <Link href={href} className="text-lake underline underline-offset-3">
                  {format.number(count)}
                  <span className="sr-only"> {t("show")}</span>
                </Link>
              )}
            </Cell>
            <Cell align="end">{format.number(cumulated)}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
