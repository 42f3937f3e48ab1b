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
export const CITIZENSHIPS = {
  kg: ["KZ", "KZ", "KZ", "KZ", "RU", "UZ", "TJ", "AZ", "AE", "GB", "IN", "KG"],
  schengen: ["KZ", "RU", "UZ", "IN", "AE", "KG"],
};

const offices = fc.record({
  enabled: fc.oneof(
    { weight: 3, arbitrary: fc.constant<WindowReading[]>([...WINDOW_READINGS]) },
    { weight: 1, arbitrary: fc.subarray([...WINDOW_READINGS], { minLength: 1 }) },
  ),
  reentryAfter: fc.constantFrom(91, 91, 91, 90),
  kzCountingStart: fc
    .constantFrom(
      "2025-09-01",
      "2025-09-01",
      "2025-09-01",
      "2025-12-01",
      "2023-10-21",
      "2023-10-10",
    )
    .map(dayNumber),
  unconfirmedLimit: fc.constantFrom("60/120" as const, "30/60" as const),
  holidays: fc.oneof(
    fc.constant<number[]>([]),
    fc.constant(["2025-08-31", "2026-01-01", "2026-01-02", "2026-03-23"].map(dayNumber)),
  ),
});

/** A student of a regime, the office's settings and the day of the question. */
export function questionsFor(regime: OracleRegime): fc.Arbitrary<OracleQuestion> {
  return fc
    .record({
      asOf: asOfDay,
      citizenship: fc.constantFrom(...CITIZENSHIPS[regime]),
      academicYear: fc.constantFrom(...ACADEMIC_YEARS),
      office: offices,
    })
    .chain(({ asOf, citizenship, academicYear, office }) =>
      fc
        .record({
          crossings: crossingsOf(asOf),
          grounds: groundsOf(asOf, academicYear.to),
        })
        .map(({ crossings, grounds }) => ({
          facts: { citizenship, crossings, grounds },
          regime,
          asOf,
          academicYear,
          enabled: regime === "kg" ? office.enabled : [...WINDOW_READINGS],
          reentryAfter: office.reentryAfter,
          holidays: office.holidays,
          questions: {
            kzCountingStart: office.kzCountingStart,
            unconfirmedLimit: office.unconfirmedLimit,
          },
        })),
    );
}
