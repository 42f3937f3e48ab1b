import fc from "fast-check";
import { expect, test } from "vitest";
import { VERDICTS } from "@/lib/compliance/assessment";
import {
  HOUSING_VALUES,
  INSIDE_VALUES,
  REGISTRATION_VALUES,
  STUDENT_SORTS,
  studentFilter,
} from "@/lib/services/students/student-filter";
import { deskHref, filterQuery, studentHref, toggleHref } from "./filter-link";

/** As a page's searchParams gives it: a parameter that stands once is a text. */
function recordOf(query: string): Record<string, string | string[]> {
  const parameters = new URLSearchParams(query);
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

const filters = fc
  .record(
    {
      asOf: fc.constantFrom("2025-11-15", "2024-02-29"),
      q: fc.string({ maxLength: 40 }),
      verdict: fc.subarray([...VERDICTS]),
      faculty: fc.uniqueArray(fc.string({ maxLength: 20 }), { maxLength: 3 }),
      citizenship: fc.subarray(["KZ", "RU", "UZ"]),
      housing: fc.subarray([...HOUSING_VALUES]),
      inside: fc.subarray([...INSIDE_VALUES]),
      registration: fc.subarray([...REGISTRATION_VALUES]),
      log: fc.constant("broken" as const),
      projectedFrom: fc.constantFrom("2025-11-15", "2026-01-01"),
      projectedTo: fc.constantFrom("2025-11-21", "2026-06-30"),
      sort: fc.constantFrom(...STUDENT_SORTS),
      dir: fc.constantFrom("asc" as const, "desc" as const),
      page: fc.integer({ min: 1, max: 999 }),
    },
    { requiredKeys: [] },
  )
  .map((raw) => studentFilter.parse(raw));

test("an address made of a filter is read back as the same filter", () => {
  fc.assert(
    fc.property(filters, (filter) => {
      expect(studentFilter.parse(recordOf(filterQuery(filter)))).toEqual(filter);
    }),
  );
});

test("choosing a value twice leads back, to the first page", () => {
  const filter = studentFilter.parse({ verdict: ["at_risk"], page: 3, asOf: "2025-11-15" });
  expect(toggleHref(filter, "inside", "outside")).toBe(
    "/students?asOf=2025-11-15&verdict=at_risk&inside=outside",
  );
  expect(toggleHref(filter, "verdict", "at_risk")).toBe("/students?asOf=2025-11-15");
});

test("the usual desk has a bare address, and a student's page keeps the filter", () => {
  const usual = studentFilter.parse({});
  expect(deskHref(usual)).toBe("/students");
  expect(studentHref(7, { ...usual, sort: "name", page: 2 })).toBe("/students/7?sort=name&page=2");
});
