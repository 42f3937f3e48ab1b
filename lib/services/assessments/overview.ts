import "server-only";
import type { Day } from "@/lib/civil-date/day";
import { today } from "@/lib/clock/today";
import type { AcademicYear } from "@/lib/compliance/facts";
import { readHoldings } from "@/lib/db/holdings";
import type { Tx } from "@/lib/db/in-institution";
import type { StudentCriteria } from "@/lib/db/student-criteria";
import { countStudents, type StudentFacets } from "@/lib/db/student-facets";
import {
  countByReached,
  countMatching,
  listStudentRows,
  type StudentOrder,
  type StudentRow,
} from "@/lib/db/students";
import { defineQuery } from "../define-service";
import { criteriaOf } from "../students/criteria";
import { type StudentFilterInput, studentFilter } from "../students/student-filter";
import { ensureAssessed } from "./ensure-assessed";
import { type ReachedByWeek, readReachedByWeek } from "./reached-by-week";

export type { ReachedByWeek } from "./reached-by-week";

/** Students named in each part of the first page. */
const NAMED = 6;

/** A part of the first page: how many, and who comes first. */
export type OverviewPart = { count: number; first: StudentRow[] };

const OVERVIEW_PARTS = {
  /** Over the limit: inside, or outside and closed out. */
  over: { verdict: ["overstaying", "barred"] },
  /** The limit is reached within 30 days. */
  atRisk: { verdict: ["at_risk"] },
  /** The last day without registration has passed. */
  overdue: { registration: ["overdue"] },
  /** Due to register within a week. */
  dueWeek: { registration: ["dueWeek"] },
  /** Inside by visa, and nobody recorded a visa or a permit. */
  unknown: { registration: ["unknown"] },
  /** The ground ends within 30 days. */
  ending: { registration: ["ending"] },
  /** Crossings that do not fit together. */
  broken: { log: "broken" },
} as const satisfies Record<string, Partial<StudentFilterInput>>;

export type OverviewPartName = keyof typeof OVERVIEW_PARTS;

const ORDERS: Record<OverviewPartName, StudentOrder> = {
  over: { sort: "verdict", dir: "asc" },
  atRisk: { sort: "reached", dir: "asc" },
  overdue: { sort: "registration", dir: "asc" },
  dueWeek: { sort: "registration", dir: "asc" },
  unknown: { sort: "verdict", dir: "asc" },
  ending: { sort: "protected", dir: "asc" },
  broken: { sort: "verdict", dir: "asc" },
};

export type Overview = {
  asOf: Day;
  isToday: boolean;
  /** What the office has entered so far: guides an empty office. */
  has: { students: boolean; crossings: boolean; grounds: boolean };
  students: number;
  verdicts: StudentFacets["counts"]["verdict"];
  parts: Record<OverviewPartName, OverviewPart>;
  academicYear: AcademicYear;
  /** Of all: when they reach the limit if nobody acts. */
  reachedByWeek: ReachedByWeek;
  /** Of those at risk: how many pass the limit on which day, in order of days. */
  reaching: { on: Day; count: number }[];
};

/** What the first page tells of a day: who is in danger, by name and date, and how all stand. */
export const readOverview = defineQuery({
  name: "assessments.overview",
  permission: "students:read",
  input: studentFilter.pick({ asOf: true }),
  run: async (tx, { asOf }): Promise<Overview> => {
    const all = criteriaOf(studentFilter.parse({ asOf }));
    const { academicYear } = await ensureAssessed(tx, all.asOf);
    const { total, counts } = await countStudents(tx, all);
    const parts = {} as Record<OverviewPartName, OverviewPart>;
    for (const name of Object.keys(OVERVIEW_PARTS) as OverviewPartName[]) {
      parts[name] = await partOf(tx, name, all.asOf);
    }
    return {
      asOf: all.asOf,
      isToday: all.asOf === today(),
      has: await readHoldings(tx),
      students: total,
      verdicts: counts.verdict,
      parts,
      academicYear,
      reachedByWeek: await readReachedByWeek(tx, all.asOf, academicYear.to),
      reaching: await countByReached(tx, criteriaOfPart("atRisk", all.asOf)),
    };
  },
});

function criteriaOfPart(name: OverviewPartName, asOf: Day): StudentCriteria {
  return criteriaOf(studentFilter.parse({ asOf, ...OVERVIEW_PARTS[name] }));
}

async function partOf(tx: Tx, name: OverviewPartName, asOf: Day): Promise<OverviewPart> {
  const criteria = criteriaOfPart(name, asOf);
  const first = await listStudentRows(tx, criteria, ORDERS[name], { limit: NAMED, offset: 0 });
  if (first.length < NAMED) return { count: first.length, first };
  return { count: await countMatching(tx, criteria), first };
}
