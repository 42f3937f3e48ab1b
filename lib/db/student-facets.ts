import "server-only";
import { Prisma } from "./generated/client";
import type { Tx } from "./in-institution";
import {
  commonConditions,
  type FacetName,
  facetConditions,
  HOUSING,
  INSIDE,
  REGISTRATION,
  registrationIs,
  type StudentCriteria,
  studentsOn,
} from "./student-criteria";

export type FacetCount = { value: string; count: number };
export type StudentFacets = { total: number; counts: Record<FacetName, FacetCount[]> };

const PLAIN = ["verdict", "faculty", "citizenship", "housing", "inside"] as const;

/** All facets' conditions but one: what a facet's own counts are made under. */
function othersThan(facet: FacetName | null): Prisma.Sql {
  const names = [...PLAIN, "registration" as const].filter((name) => name !== facet);
  return Prisma.join(
    names.map((name) => Prisma.raw(`in_${name}`)),
    " and ",
  );
}

function countsOf(facet: (typeof PLAIN)[number]): Prisma.Sql {
  const column = Prisma.raw(facet);
  return Prisma.sql`
    select ${facet}::text as facet, ${column} as value, count(*)::int as count from scope
    where ${othersThan(facet)} group by ${column}`;
}

function registrationCounts(): Prisma.Sql {
  const counts = REGISTRATION.map(
    (value) => Prisma.sql`
      select 'registration', ${value}::text, (count(*) filter (where ${Prisma.raw(`"is_${value}"`)}))::int
      from scope where ${othersThan("registration")}`,
  );
  return Prisma.join(counts, " union all ");
}

/**
 * How many students meet the criteria, and for each facet how many there would be of each value if
 * that facet's own condition were lifted. One pass over the students. Values that nobody has are left out.
 */
export async function countStudents(tx: Tx, criteria: StudentCriteria): Promise<StudentFacets> {
  const conditions = facetConditions(criteria);
  const flags = Object.entries(conditions).map(
    ([name, condition]) => Prisma.sql`${condition} as ${Prisma.raw(`in_${name}`)}`,
  );
  const registration = REGISTRATION.map(
    (value) =>
      Prisma.sql`${registrationIs(value, criteria.asOf)} as ${Prisma.raw(`"is_${value}"`)}`,
  );
  const rows = await tx.$queryRaw<{ facet: string; value: string; count: number }[]>(Prisma.sql`
    with scope as materialized (
      select a.verdict, s.faculty, s.citizenship, ${HOUSING} as housing, ${INSIDE} as inside,
        ${Prisma.join(flags)}, ${Prisma.join(registration)}
      ${studentsOn(criteria.asOf)} and ${commonConditions(criteria)}
    )
    ${Prisma.join(PLAIN.map(countsOf), " union all ")}
    union all ${registrationCounts()}
    union all select 'total', '', count(*)::int from scope where ${othersThan(null)}
    order by 1, 3 desc, 2`);
  const of = (facet: FacetName) =>
    rows
      .filter((row) => row.facet === facet && row.count > 0)
      .map(({ value, count }) => ({ value, count }));
  return {
    total: rows.find((row) => row.facet === "total")?.count ?? 0,
    counts: {
      verdict: of("verdict"),
      faculty: of("faculty"),
      citizenship: of("citizenship"),
      housing: of("housing"),
      inside: of("inside"),
      registration: of("registration"),
    },
  };
}
