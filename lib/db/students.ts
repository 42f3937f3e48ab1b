import "server-only";
import type { Day } from "@/lib/civil-date/day";
import type { ReadingName, Verdict } from "@/lib/compliance/assessment";
import type { Direction } from "@/lib/compliance/facts";
import type { RhythmKind } from "@/lib/compliance/presence-rhythm";
import { dayFromColumn } from "./day-column";
import { Prisma } from "./generated/client";
import type { Tx } from "./in-institution";
import {
  HOUSING,
  matching,
  NOT_IN_DORMITORY,
  type StudentCriteria,
  studentsOn,
} from "./student-criteria";
import { NAME } from "./student-names";

export type StudentOrder = {
  sort:
    | "verdict"
    | "name"
    | "used"
    | "reached"
    | "projected"
    | "registration"
    | "protected"
    | "housing"
    | "faculty"
    | "crossing";
  dir: "asc" | "desc";
};

/** One line of the desk. */
export type StudentRow = {
  id: number;
  studentNo: string;
  /** Surname and given names in Latin, as in the document. */
  nameLatin: string;
  /** The same in Cyrillic; empty where the roster has none. */
  nameCyrillic: string;
  citizenship: string;
  faculty: string;
  /** The residence's route; `stated`: only the roster says something; `unknown`: nothing does. */
  housing: StudentCriteria["housing"][number];
  /** The place: dormitory and room, address, else the roster's words; may be empty. */
  housingText: string;
  verdict: Verdict;
  /** On the fewest days that a broken log allows; the verdict rests on the most. */
  verdictAtLeast: Verdict;
  headline: ReadingName | null;
  used: number | null;
  usedMin: number | null;
  limitDays: number | null;
  reachedOn: Day | null;
  /** When the limit is reached if the student goes on as before, within the academic year. */
  projectedOn: Day | null;
  rhythm: RhythmKind;
  /** goes_home: every so many days. */
  rhythmDays: number | null;
  inside: boolean | null;
  registrationDueOn: Day | null;
  protectedUntil: Day | null;
  protectedOpen: boolean;
  lastCrossingOn: Day | null;
  lastDirection: Direction | null;
  /** The last 180 days up to the day of the assessment, one letter a day. */
  strip: string;
};

const HOUSING_TEXT = Prisma.sql`case when ${NOT_IN_DORMITORY} then ''
  else coalesce(nullif(case r.route
  when 'dormitory' then concat_ws(', ', d.name, nullif(r.room, '')) else r.address end, ''), s.housing) end`;

/** What a verdict's urgency is read from: the day that comes first for this verdict. */
const URGENT_ON = Prisma.sql`case
  when a.verdict in ('registration_overdue', 'registration_due') then a.registration_due_on
  when a.verdict = 'lapsing' then a.protected_until
  else a.reached_on end`;

const PROTECTED_UNTIL = Prisma.sql`case when a.protected_open then date 'infinity' else a.protected_until end`;

function sortKeys(sort: StudentOrder["sort"]): Prisma.Sql[] {
  switch (sort) {
    case "verdict":
      return [Prisma.sql`a.verdict_rank`, URGENT_ON];
    case "name":
      return [];
    case "used":
      return [Prisma.sql`a.used`];
    case "reached":
      return [Prisma.sql`a.reached_on`];
    case "projected":
      return [Prisma.sql`a.projected_on`];
    case "registration":
      return [Prisma.sql`coalesce(a.registration_due_on, ${PROTECTED_UNTIL})`];
    case "protected":
      return [PROTECTED_UNTIL];
    case "housing":
      return [HOUSING, Prisma.sql`${HOUSING_TEXT} collate "ru-x-icu"`];
    case "faculty":
      return [Prisma.sql`s.faculty collate "ru-x-icu"`];
    case "crossing":
      return [Prisma.sql`a.last_crossing_on`];
  }
}

/** The order of the desk; always ends with name and key, so that pages never overlap. Unknowns last. */
export function orderOf({ sort, dir }: StudentOrder): Prisma.Sql {
  const way = dir === "asc" ? Prisma.sql`asc nulls last` : Prisma.sql`desc nulls last`;
  const keys = sort === "name" ? [NAME] : sortKeys(sort);
  const ties = sort === "name" ? Prisma.sql`s.id` : Prisma.sql`${NAME}, s.id`;
  return Prisma.sql`${Prisma.join(keys.map((key) => Prisma.sql`${key} ${way}`))}, ${ties}`;
}

type Row = Omit<
  StudentRow,
  "reachedOn" | "projectedOn" | "registrationDueOn" | "protectedUntil" | "lastCrossingOn"
> & {
  reachedOn: Date | null;
  projectedOn: Date | null;
  registrationDueOn: Date | null;
  protectedUntil: Date | null;
  lastCrossingOn: Date | null;
};

function dayOrNull(date: Date | null): Day | null {
  return date === null ? null : dayFromColumn(date);
}

/** A page of the students that meet the criteria. Needs the day's assessments to be made. */
export async function listStudentRows(
  tx: Tx,
  criteria: StudentCriteria,
  order: StudentOrder,
  page: { limit: number; offset: number },
): Promise<StudentRow[]> {
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    select s.id, s.student_no as "studentNo", concat_ws(' ', s.last_name, s.first_name) as "nameLatin",
      trim(s.last_name_cyrillic || ' ' || s.first_name_cyrillic) as "nameCyrillic", s.citizenship,
      s.faculty, ${HOUSING} as housing,
      ${HOUSING_TEXT} as "housingText", a.verdict, a.verdict_at_least as "verdictAtLeast", a.headline, a.used, a.used_min as "usedMin",
      a.limit_days as "limitDays", a.reached_on as "reachedOn",
      a.projected_on as "projectedOn", a.rhythm, a.rhythm_days as "rhythmDays", a.inside,
      a.registration_due_on as "registrationDueOn", a.protected_until as "protectedUntil",
      a.protected_open as "protectedOpen", a.last_crossing_on as "lastCrossingOn",
      a.last_direction as "lastDirection", a.strip
    ${studentsOn(criteria.asOf)} ${matching(criteria)}
    order by ${orderOf(order)} limit ${page.limit} offset ${page.offset}`);
  return rows.map((row) => ({
    ...row,
    reachedOn: dayOrNull(row.reachedOn),
    projectedOn: dayOrNull(row.projectedOn),
    registrationDueOn: dayOrNull(row.registrationDueOn),
    protectedUntil: dayOrNull(row.protectedUntil),
    lastCrossingOn: dayOrNull(row.lastCrossingOn),
  }));
}

/** The keys of all students that meet the criteria, in order; at most `limit`. */
export async function listStudentIds(
  tx: Tx,
  criteria: StudentCriteria,
  order: StudentOrder,
  limit: number,
): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>(Prisma.sql`
    select s.id ${studentsOn(criteria.asOf)} ${matching(criteria)}
    order by ${orderOf(order)} limit ${limit}`);
  return rows.map(({ id }) => id);
}

/** The students before and after this one among those that meet the criteria; null at the ends. */
export async function neighboursOf(
  tx: Tx,
  studentId: number,
  criteria: StudentCriteria,
  order: StudentOrder,
): Promise<{ previous: number | null; next: number | null }> {
  const rows = await tx.$queryRaw<{ previous: number | null; next: number | null }[]>(Prisma.sql`
    select previous, next from (
      select s.id, lag(s.id) over w as previous, lead(s.id) over w as next
      ${studentsOn(criteria.asOf)} ${matching(criteria)}
      window w as (order by ${orderOf(order)})
    ) ordered where id = ${studentId}`);
  return rows[0] ?? { previous: null, next: null };
}

/** How many students meet the criteria. */
export async function countMatching(tx: Tx, criteria: StudentCriteria): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>(Prisma.sql`
    select count(*)::int as count ${studentsOn(criteria.asOf)} ${matching(criteria)}`);
  return row?.count ?? 0;
}

/** How many of them pass the limit on which day, in order of days. */
export async function countByReached(
  tx: Tx,
  criteria: StudentCriteria,
): Promise<{ on: Day; count: number }[]> {
  const rows = await tx.$queryRaw<{ on: Date; count: number }[]>(Prisma.sql`
    select a.reached_on as "on", count(*)::int as count
    ${studentsOn(criteria.asOf)} ${matching(criteria)} and a.reached_on is not null
    group by a.reached_on order by a.reached_on`);
  return rows.map(({ on, count }) => ({ on: dayFromColumn(on), count }));
}
