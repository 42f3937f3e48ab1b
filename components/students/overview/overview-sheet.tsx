import Link from "next/link";
import { useTranslations } from "next-intl";
import { DayText } from "@/components/assessment/day-text";
import { PageHeading } from "@/components/ui/page-heading";
import type { Overview, OverviewPartName } from "@/lib/services/assessments/overview";
import type { StudentFilter } from "@/lib/services/students/student-filter";
import { deskHref } from "../filter-link";
import { OverviewPartSection } from "./overview-part";
import { ReachedWeeks } from "./reached-weeks";
import { Reaching } from "./reaching";
import { Standing } from "./standing";

/** The desk's filter behind each part; the service counts the same students. */
const PART_FILTERS: Record<OverviewPartName, Partial<StudentFilter>> = {
  over: { verdict: ["overstaying", "barred"] },
  atRisk: { verdict: ["at_risk"] },
  overdue: { registration: ["overdue"], sort: "registration" },
  dueWeek: { registration: ["dueWeek"], sort: "registration" },
  unknown: { registration: ["unknown"] },
  ending: { registration: ["ending"], sort: "protected" },
  broken: { log: "broken" },
};

const ORDER = ["atRisk", "over", "overdue", "dueWeek", "unknown", "ending", "broken"] as const;

/** The day's account in sentences: whose limit runs out, who must be registered, what does not fit. */
export function OverviewSheet({ overview }: { overview: Overview }) {
  const t = useTranslations("home");
  const { asOf, parts, students } = overview;
  const base = { ...NO_FILTER, asOf: overview.isToday ? undefined : asOf };
  const hrefOf = (name: OverviewPartName) => deskHref({ ...base, ...PART_FILTERS[name] });
  const told = ORDER.filter((name) => parts[name].count > 0);
  return (
    <div className="max-w-7xl space-y-8">
      <PageHeading
        title={<DayText day={asOf} />}
        lead={
          told.length === 0
            ? t("calm", { students })
            : t.rich("lead", {
                students,
                all: (chunks) => (
                  <Link href={deskHref(base)} className="text-lake underline underline-offset-3">
                    {chunks}
                  </Link>
                ),
              })
        }
      />
      <div className="grid items-start gap-x-12 gap-y-8 xl:grid-cols-2">
        {told.map((name) => (
          <OverviewPartSection
            key={name}
            name={name}
            part={parts[name]}
            asOf={asOf}
            lead={name === "atRisk" ? <Reaching reaching={overview.reaching} /> : undefined}
            href={hrefOf(name)}
            filter={{ ...base, ...PART_FILTERS[name] }}
          />
        ))}
      </div>
      <ReachedWeeks overview={overview} filter={base} />
      <Standing verdicts={overview.verdicts} students={students} filter={base} />
    </div>
  );
}

const NO_FILTER: StudentFilter = {
  q: "",
  verdict: [],
  registration: [],
  inside: [],
  citizenship: [],
  faculty: [],
  housing: [],
  sort: "verdict",
  dir: "asc",
  page: 1,
};
