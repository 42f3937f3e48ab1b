import fc from "fast-check";
import { WINDOW_READINGS, type WindowReading } from "../assessment";
import { dayNumber } from "./calendar";
import type { OracleRegime } from "./limits-by-citizenship";
import { crossingsOf } from "./nasty-crossings";
import { groundsOf } from "./nasty-grounds";
import type { OracleQuestion } from "./oracle";
import { asDay } from "./typed-days";

const TURNING_POINTS = [
  "2025-08-31",
  "2025-09-01",
  "2025-11-30",
  "2025-12-05",
  "2026-01-03",
  "2026-01-04",
  "2026-03-02",
  "2026-06-30",
  "2026-07-01",
  "2026-09-01",
].map(dayNumber);

/** 2025-08-01 … 2026-12-31, often right beside a day on which the law changes. */
export const asOfDay = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.integer({ min: dayNumber("2025-08-01"), max: dayNumber("2026-12-31") }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...TURNING_POINTS),
        fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: 2, max: 40 })),
      )
      .map(([day, by]) => day + by),
  },
);

const ACADEMIC_YEARS = [
  { from: asDay(dayNumber("2025-09-01")), to: asDay(dayNumber("2026-06-30")) },
  { from: asDay(dayNumber("2026-09-01")), to: asDay(dayNumber("2027-06-30")) },
];

/** Citizenships of every kind of rule that a regime knows. */
export const CITIZENSHIPS: Record<OracleRegime, string[]> = {
  kg: ["KZ", "KZ", "KZ", "KZ", "RU", "UZ", "TJ", "AZ", "AE", "GB", "IN", "KG"],
  schengen: ["KZ", "RU", "UZ", "IN", "AE", "KG"],
  kz: ["KG", "RU", "UZ", "GB", "KZ"],
  ru: ["KG", "KZ", "UZ", "RU"],
  tr: ["KZ", "KG", "TR"],
  ge: ["KZ", "KG", "GE"],
};

/** An office's answers to the open questions. */
export type Office = Pick<
  OracleQuestion,
  "enabled" | "reentryAfter" | "counting" | "duty" | "questions"
>;

/** Every question as docs/rules.md, section 8, has it by default. */
export const DEFAULT_OFFICE: Office = {
  enabled: [...WINDOW_READINGS],
  reentryAfter: 91,
  counting: {
    exitDayCounts: true,
    sameDayCounts: "once",
    registrationEffect: "pauses",
    registrationCovers: "ownStart",
  },
  duty: { registrationTrigger: "perStay", holidays: [] },
  questions: { kzCountingStart: dayNumber("2025-09-01"), unconfirmedLimit: "60/120" },
};

const STARTS = ["2025-09-01", "2025-09-01", "2025-09-01", "2025-12-01", "2023-10-21", "2023-10-10"];

/** Which readings count, from when on, and how long a border stays closed (A1, A2, A14, A19); holidays. */
export const offices: fc.Arbitrary<Office> = fc
  .record({
    enabled: fc.oneof(
      { weight: 3, arbitrary: fc.constant<WindowReading[]>([...WINDOW_READINGS]) },
      { weight: 1, arbitrary: fc.subarray([...WINDOW_READINGS], { minLength: 1 }) },
    ),
    reentryAfter: fc.constantFrom(91, 91, 91, 90),
    kzCountingStart: fc.constantFrom(...STARTS).map(dayNumber),
    unconfirmedLimit: fc.constantFrom("60/120" as const, "30/60" as const),
    holidays: fc.oneof(
      fc.constant<number[]>([]),
      fc.constant(["2025-08-31", "2026-01-01", "2026-01-02", "2026-03-23"].map(dayNumber)),
    ),
  })
  .map(({ enabled, reentryAfter, holidays, ...questions }) => ({
    ...DEFAULT_OFFICE,
    enabled,
    reentryAfter,
    duty: { ...DEFAULT_OFFICE.duty, holidays },
    questions,
  }));

/** Every open question answered in any way (A5, A7, A9, A10 and A12 too). */
export const anyOffice: fc.Arbitrary<Office> = fc
  .record({
    office: offices,
    exitDayCounts: fc.constantFrom(true, false),
    sameDayCounts: fc.constantFrom("once" as const, "twice" as const),
    registrationEffect: fc.constantFrom(
      "pauses" as const,
      "resets" as const,
      "resets" as const,
      "nothing" as const,
    ),
    registrationCovers: fc.constantFrom("ownStart" as const, "entry" as const, "entry" as const),
    registrationTrigger: fc.constantFrom("perStay" as const, "inWindow" as const),
  })
  .map(({ office, registrationTrigger, ...counting }) => ({
    ...office,
    counting,
    duty: { ...office.duty, registrationTrigger },
  }));

/** Mostly not known or long ago; now and then after the first crossings. */
function birthOf(asOf: number): fc.Arbitrary<number | null> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: fc.constant(asOf - 7000) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 0, max: 120 }).map((ago) => asOf - ago),
    },
  );
}

/** A student of a regime, an office's answers and the day of the question. */
export function questionsFor(
  regime: OracleRegime,
  office: fc.Arbitrary<Office> = offices,
): fc.Arbitrary<OracleQuestion> {
  return fc
    .record({
      asOf: asOfDay,
      citizenship: fc.constantFrom(...CITIZENSHIPS[regime]),
      academicYear: fc.constantFrom(...ACADEMIC_YEARS),
      office,
    })
    .chain(({ asOf, citizenship, academicYear, office: answers }) =>
      fc
        .record({
          birth: birthOf(asOf),
          crossings: crossingsOf(asOf),
          grounds: groundsOf(asOf, academicYear.to),
        })
        .map(({ birth, crossings, grounds }) => ({
          facts: { citizenship, birth: birth === null ? null : asDay(birth), crossings, grounds },
          regime,
          asOf,
          academicYear,
          ...answers,
        })),
    );
}
