import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { addDays, day } from "@/lib/civil-date/day";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { addTestStudents, type TestStudent } from "@/lib/db/test-students";
import { AppError } from "../app-error";
import { findStudent } from "./find-student";
import { listStudents, type StudentRow } from "./list-students";
import { matchingIds } from "./matching-ids";
import {
  HOUSING_VALUES,
  INSIDE_VALUES,
  PAGE_SIZE,
  REGISTRATION_VALUES,
  STUDENT_SORTS,
  type StudentFilterInput,
  studentFilter,
} from "./student-filter";

afterAll(closeConnections);

const AS_OF = day("2025-11-15");
const FACULTIES = ["Law", "Медицина", ""];
const HOUSING = ["общежитие № 1", "снимает", ""];
const ITINERARIES = [
  "",
  "+2025-09-01",
  "+2025-11-10",
  "+2025-10-20",
  "+2025-08-01 -2025-09-14 +2025-09-28",
  "+2025-06-01 -2025-11-14",
  "-2025-11-01",
  "+2025-09-01 +2025-09-20 -2025-11-02",
];
const GROUNDS: NonNullable<TestStudent["grounds"]>[] = [
  [],
  [{ kind: "dormitory", from: "2025-09-10", to: "2026-06-30" }],
  [{ kind: "address", from: "2025-10-01", to: "2025-12-01" }],
  [{ kind: "residence_permit", from: "2024-01-01", to: null }],
];

/** Every itinerary with every ground, spread over faculties, citizenships and housing. */
const CLASS: TestStudent[] = [
  { studentNo: "T-over", citizenship: "RU", crossings: "+2025-05-01" },
  ...ITINERARIES.flatMap((crossings, i) =>
    GROUNDS.map((grounds, g) => ({
      studentNo: `T-${i}${g}`,
      lastName: `Name${(i * 7 + g * 3) % 5}`,
      crossings,
      grounds,
      faculty: FACULTIES[(i + g) % FACULTIES.length] ?? "",
      housing: HOUSING[(i + 2 * g) % HOUSING.length] ?? "",
      citizenship: ["KZ", "RU", "IN", "KG"][(i * 3 + g) % 4] ?? "KZ",
    })),
  ),
];

let reader: Actor;
let all: StudentRow[];

beforeAll(async () => {
  const institutionId = await newTestInstitution();
  reader = { userId: null, institutionId, role: "reader", locale: "ru" };
  await addTestStudents(institutionId, CLASS);
  all = (await listStudents(reader, { asOf: AS_OF })).rows;
  expect(all.length).toBe(CLASS.length);
  expect(all.length).toBeLessThanOrEqual(PAGE_SIZE);
});

const insideOf = ({ inside }: StudentRow) =>
  inside === null ? "unknown" : inside ? "inside" : "outside";

/** A student by visa who is inside, and has neither a visa nor a permit in the class. */
function isGroundUnknown({ studentNo, citizenship, inside }: StudentRow): boolean {
  const grounds = CLASS.find((one) => one.studentNo === studentNo)?.grounds ?? [];
  const hasPermit = grounds.some(({ kind }) => kind === "residence_permit");
  return citizenship === "IN" && inside === true && !hasPermit;
}

function registrationOf(row: StudentRow): string[] {
  const { protectedOpen, protectedUntil, registrationDueOn: due } = row;
  const holds = protectedOpen || protectedUntil !== null;
  return [
    ...(holds ? ["protected"] : []),
    ...(protectedUntil !== null && protectedUntil <= addDays(AS_OF, 30) ? ["ending"] : []),
    ...(due !== null && due < AS_OF ? ["overdue"] : []),
    ...(due !== null && due >= AS_OF && due <= addDays(AS_OF, 7) ? ["dueWeek"] : []),
    ...(due !== null && due >= AS_OF && due <= addDays(AS_OF, 14) ? ["due"] : []),
    ...(!holds && due === null ? ["none"] : []),
  ];
}

const valuesOf = {
  verdict: (row: StudentRow) => [row.verdict],
  faculty: (row: StudentRow) => [row.faculty],
  citizenship: (row: StudentRow) => [row.citizenship],
  housing: (row: StudentRow) => [row.housing],
  inside: (row: StudentRow) => [insideOf(row)],
  registration: (row: StudentRow) => [
    ...registrationOf(row),
    ...(isGroundUnknown(row) ? ["unknown"] : []),
  ],
} satisfies Record<string, (row: StudentRow) => string[]>;
type FacetKey = keyof typeof valuesOf;
const FACETS = Object.keys(valuesOf) as FacetKey[];

type Choice = Partial<Record<FacetKey, readonly string[]>>;

function meets(row: StudentRow, choice: Choice, except?: FacetKey): boolean {
  return FACETS.every((facet) => {
    const chosen = choice[facet] ?? [];
    if (facet === except || chosen.length === 0) return true;
    return valuesOf[facet](row).some((value) => chosen.includes(value));
  });
}

const choices = fc.record(
  {
    verdict: fc.subarray(["overstaying", "barred", "registration_overdue", "covered", "unknown"]),
    faculty: fc.subarray(FACULTIES),
    citizenship: fc.subarray(["KZ", "RU", "IN", "KG"]),
    housing: fc.subarray([...HOUSING_VALUES]),
    inside: fc.subarray([...INSIDE_VALUES]),
    registration: fc.subarray([...REGISTRATION_VALUES]),
  },
  { requiredKeys: [] },
);

test("any filter gives the students, the total and the facets that a filter in memory gives", async () => {
  await fc.assert(
    fc.asyncProperty(choices, async (choice) => {
      const page = await listStudents(reader, { asOf: AS_OF, ...choice } as StudentFilterInput);
      const expected = all.filter((row) => meets(row, choice));
      expect(page.rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      expect(page.total).toBe(expected.length);
      for (const facet of FACETS) {
        const rows = all.filter((row) => meets(row, choice, facet));
        const counts = new Map<string, number>();
        for (const value of rows.flatMap(valuesOf[facet])) {
          counts.set(value, (counts.get(value) ?? 0) + 1);
        }
        const found = page.facets[facet].map(({ value, count }) => [value, count] as const);
        expect(new Map(found)).toEqual(counts);
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

test("the default order is the worst verdict first", () => {
  const order = all.map(({ verdict }) => verdict);
  expect(order.indexOf("overstaying")).toBe(0);
  expect(order.lastIndexOf("exempt")).toBe(order.length - 1);
});

test.each(STUDENT_SORTS)("sorted by %s, both ways give all students, each once", async (sort) => {
  for (const dir of ["asc", "desc"] as const) {
    const { rows } = await listStudents(reader, { asOf: AS_OF, sort, dir });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(CLASS.length);
  }
});

test("students whose log does not fit together are found by it", async () => {
  const { rows } = await listStudents(reader, { asOf: AS_OF, log: "broken" });
  expect(rows.length).toBe(8);
});

test("students are found by the days on which they reach the limit, both ends included", async () => {
  const all = (await listStudents(reader, { asOf: AS_OF })).rows;
  const days = all.flatMap(({ projectedOn }) => (projectedOn === null ? [] : [projectedOn])).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) throw new Error("nobody reaches the limit");
  const found = async (range: { projectedFrom?: number; projectedTo?: number }) =>
    (await listStudents(reader, { asOf: AS_OF, ...range })).rows.map(
      ({ projectedOn }) => projectedOn,
    );
  expect((await found({ projectedFrom: first, projectedTo: last })).length).toBe(days.length);
  expect(await found({ projectedFrom: last })).toEqual(days.filter((day) => day === last));
  expect(await found({ projectedTo: first })).toEqual(days.filter((day) => day === first));
  expect(await found({ projectedFrom: last + 1 })).toEqual([]);
});

test("all that match a filter are the same students on whatever page they are", async () => {
  const filter = studentFilter.parse({ asOf: AS_OF, inside: "inside" });
  const ids = await inInstitution(reader, (tx) => matchingIds(tx, filter, 1_000));
  const { rows } = await listStudents(reader, filter);
  expect(ids).toEqual(rows.map(({ id }) => id));
});

test("pages follow each other without overlap", async () => {
  const institutionId = await newTestInstitution();
  const actor: Actor = { ...reader, institutionId };
  const many = Array.from({ length: PAGE_SIZE + 7 }, (_, n) => ({ studentNo: `P-${n}` }));
  const ids = await addTestStudents(institutionId, many);
  const first = await listStudents(actor, { asOf: AS_OF });
  const second = await listStudents(actor, { asOf: AS_OF, page: 2 });
  expect([first.rows.length, second.rows.length, second.total]).toEqual([PAGE_SIZE, 7, ids.length]);
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id))).toEqual(new Set(ids));
});

test("a filter that cannot be read is refused, not ignored", async () => {
  await expect(listStudents(reader, { verdict: "fine" } as never)).rejects.toThrow(AppError);
});

test("reading a filter that was read gives the same", () => {
  const filter = studentFilter.parse({
    asOf: "2025-11-15",
    verdict: "at_risk",
    faculty: ["", "Law"],
  });
  expect(studentFilter.parse(filter)).toEqual(filter);
});

const AIGERIM: TestStudent = {
  studentNo: "2023-0417",
  lastName: "Omurbekova",
  firstName: "Aigerim",
  lastNameCyrillic: "Өмүрбекова",
  firstNameCyrillic: "Айгерим",
  documentNo: "N 12345678",
};

async function searcher(): Promise<{ actor: Actor; id: number }> {
  const institutionId = await newTestInstitution();
  const [id = 0] = await addTestStudents(institutionId, [AIGERIM, { studentNo: "2023-0999" }]);
  return { actor: { ...reader, institutionId }, id };
}

test.each([
  "Өмүрбекова",
  "омурбекова",
  "Omurbekova",
  "айгерим омур",
  "aigerim",
  "2023-0417",
  "20230417",
])("a search for «%s» finds the student in either script", async (q) => {
  const { actor, id } = await searcher();
  const { rows } = await listStudents(actor, { q });
  expect(rows.map((row) => row.id)).toEqual([id]);
});

test("signs of a LIKE pattern mean nothing in a search", async () => {
  const { actor } = await searcher();
  expect((await listStudents(actor, { q: "aigerim %" })).total).toBe(1);
  expect((await listStudents(actor, { q: "a%m" })).total).toBe(1);
  expect((await listStudents(actor, { q: "a%tt" })).total).toBe(0);
});

test("a document number leads to its student, also with look-alike letters and spaces", async () => {
  const { actor, id } = await searcher();
  const target = { kind: "student", studentId: id };
  expect(await findStudent(actor, { q: "n12345678" })).toEqual(target);
  expect(await findStudent(actor, { q: "N 1234 5678" })).toEqual(target);
});

test("a part of a document number leads nowhere, a student number becomes words", async () => {
  const { actor } = await searcher();
  expect(await findStudent(actor, { q: "12345678" })).toEqual({ kind: "nobody" });
  expect(await findStudent(actor, { q: "2023-0417" })).toEqual({
    kind: "words",
    words: "2023-0417",
  });
  expect(await findStudent(actor, { q: "Айгерим" })).toEqual({ kind: "words", words: "Айгерим" });
});

test("a document number beside a name goes no further either, a student number may", async () => {
  const { actor } = await searcher();
  const words = "Нурмухамедова 2023-0417";
  expect(await findStudent(actor, { q: words })).toEqual({ kind: "words", words });
  expect(await findStudent(actor, { q: "Нурмухамедова N12345678" })).toMatchObject({
    kind: "student",
  });
  expect(await findStudent(actor, { q: "Нурмухамедова N87654321" })).toEqual({ kind: "nobody" });
});

test("another institution finds none of these students, by name or by document", async () => {
  await searcher();
  const actor: Actor = { ...reader, institutionId: await newTestInstitution() };
  expect((await listStudents(actor, {})).total).toBe(0);
  expect(await findStudent(actor, { q: "N12345678" })).toEqual({ kind: "nobody" });
});
