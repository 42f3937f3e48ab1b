import "server-only";
import { addDays, type Day } from "@/lib/civil-date/day";
import type { Verdict } from "@/lib/compliance/assessment";
import { columnFromDay } from "./day-column";
import { Prisma } from "./generated/client";

/** How a student may stand with registration; more than one may hold. */
export const REGISTRATION = [
  "protected",
  "ending",
  "overdue",
  "dueWeek",
  "due",
  "none",
  "unknown",
] as const;

/** Which students of the institution are meant, on the day of their assessment. Empty lists: any. */
export type StudentCriteria = {
  asOf: Day;
  /** Parts of the search key (see lib/person-name/search-key); each must be found. */
  words: readonly string[];
  verdict: readonly Verdict[];
  faculty: readonly string[];
  citizenship: readonly string[];
  housing: readonly ("dormitory" | "address" | "employment" | "stated" | "unknown")[];
  inside: readonly ("inside" | "outside" | "unknown")[];
  registration: readonly (typeof REGISTRATION)[number][];
  log: "broken" | undefined;
  /** The projected day lies on or after, on or before. */
  projectedFrom: Day | undefined;
  projectedTo: Day | undefined;
};

/** Days within which a ground's end, or the last day without registration, is near. */
const ENDING_WITHIN = 30;
const DUE_WITHIN = { dueWeek: 7, due: 14 } as const;

const ALWAYS = Prisma.sql`true`;

/**
 * What is known of where the student lives on the day: a residence's route, the roster's words only, or nothing. Of
 * a dormitory that the student has left, or moves into later: nothing.
 */
export const NOT_IN_DORMITORY = Prisma.sql`(r.route = 'dormitory' and (r.lives_to < a.as_of or r.lives_from > a.as_of))`;
export const HOUSING = Prisma.sql`
  case when ${NOT_IN_DORMITORY} then 'unknown'
    else coalesce(r.route, case when s.housing = '' then 'unknown' else 'stated' end) end`;
export const INSIDE = Prisma.sql`
  case when a.inside then 'inside' when not a.inside then 'outside' else 'unknown' end`;

/** Tables of the desk: s student, a assessment of the day, r residence, d its dormitory. */
export function studentsOn(asOf: Day): Prisma.Sql {
  return Prisma.sql`
    from assessment a
    join student s on s.institution_id = a.institution_id and s.id = a.student_id
    left join residence r on r.institution_id = s.institution_id and r.student_id = s.id
    left join dormitory d on d.institution_id = r.institution_id and d.id = r.dormitory_id
    where a.institution_id = current_setting('sanak.institution')::uuid
      and a.as_of = ${columnFromDay(asOf)}::date`;
}

function oneOf(column: Prisma.Sql, values: readonly string[]): Prisma.Sql {
  return values.length === 0 ? ALWAYS : Prisma.sql`${column} = any(${[...values]}::text[])`;
}

/** The condition of one value of the registration filter. */
export function registrationIs(
  value: StudentCriteria["registration"][number],
  asOf: Day,
): Prisma.Sql {
  const on = columnFromDay(asOf);
  const isProtected = Prisma.sql`(a.protected_open or a.protected_until is not null)`;
  switch (value) {
    case "protected":
      return isProtected;
    case "ending":
      return Prisma.sql`coalesce(a.protected_until <= ${columnFromDay(addDays(asOf, ENDING_WITHIN))}::date, false)`;
    case "overdue":
      return Prisma.sql`coalesce(a.registration_due_on < ${on}::date, false)`;
    case "dueWeek":
    case "due":
      return Prisma.sql`coalesce(a.registration_due_on between ${on}::date
        and ${columnFromDay(addDays(asOf, DUE_WITHIN[value]))}::date, false)`;
    case "none":
      return Prisma.sql`(not ${isProtected} and a.registration_due_on is null)`;
    case "unknown":
      return Prisma.sql`a.ground_unknown`;
  }
}

function anyRegistration({ registration, asOf }: StudentCriteria): Prisma.Sql {
  if (registration.length === 0) return ALWAYS;
  const conditions = registration.map((value) => registrationIs(value, asOf));
  return Prisma.sql`(${Prisma.join(conditions, " or ")})`;
}

/** A word as a LIKE pattern that finds it anywhere. */
function anywhere(word: string): string {
  return `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

function allWords(words: readonly string[]): Prisma.Sql {
  if (words.length === 0) return ALWAYS;
  const conditions = words.map(
    (word) => Prisma.sql`s.id in (select students_like(${anywhere(word)}))`,
  );
  return Prisma.sql`(${Prisma.join(conditions, " and ")})`;
}

/** The conditions that are facets, by name: a facet's counts leave its own condition out. */
export function facetConditions(criteria: StudentCriteria) {
  return {
    verdict: oneOf(Prisma.sql`a.verdict`, criteria.verdict),
    faculty: oneOf(Prisma.sql`s.faculty`, criteria.faculty),
    citizenship: oneOf(Prisma.sql`s.citizenship`, criteria.citizenship),
    housing: oneOf(HOUSING, criteria.housing),
    inside: oneOf(INSIDE, criteria.inside),
    registration: anyRegistration(criteria),
  };
}
export type FacetName = keyof ReturnType<typeof facetConditions>;

function projected({ projectedFrom: from, projectedTo: to }: StudentCriteria): Prisma.Sql {
  const first = from ? Prisma.sql`a.projected_on >= ${columnFromDay(from)}::date` : ALWAYS;
  const last = to ? Prisma.sql`a.projected_on <= ${columnFromDay(to)}::date` : ALWAYS;
  return Prisma.sql`${first} and ${last}`;
}

/** The conditions that are no facets. */
export function commonConditions(criteria: StudentCriteria): Prisma.Sql {
  const log = criteria.log === "broken" ? Prisma.sql`a.log_broken` : ALWAYS;
  return Prisma.sql`${allWords(criteria.words)} and ${log} and ${projected(criteria)}`;
}

/** All conditions: to follow studentsOn. */
export function matching(criteria: StudentCriteria): Prisma.Sql {
  const facets = Object.values(facetConditions(criteria));
  return Prisma.sql`and ${commonConditions(criteria)} and ${Prisma.join(facets, " and ")}`;
}
