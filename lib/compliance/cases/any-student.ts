import fc from "fast-check";
import { addDays, type Day } from "@/lib/civil-date/day";
import {
  type Crossing,
  GROUND_KINDS,
  GROUND_STATUSES,
  type Ground,
  type StudentFacts,
} from "../facts";

/** Any ground that starts within 200 days of a day. */
export function groundsAround(middle: Day): fc.Arbitrary<Ground> {
  return fc
    .record({
      kind: fc.constantFrom(...GROUND_KINDS),
      status: fc.constantFrom(...GROUND_STATUSES),
      start: fc.integer({ min: -200, max: 200 }),
      length: fc.option(fc.integer({ min: 0, max: 200 }), { freq: 8 }),
      ref: fc.uuid(),
    })
    .map(({ kind, status, start, length, ref }) => {
      const from = addDays(middle, start);
      return { kind, status, from, to: length === null ? null : addDays(from, length), ref };
    });
}

/** Any crossing within 200 days of a day, with or without a time. */
function crossingsAround(middle: Day): fc.Arbitrary<Crossing> {
  return fc.record({
    day: fc.integer({ min: -200, max: 200 }).map((n) => addDays(middle, n)),
    minute: fc.option(fc.integer({ min: 0, max: 1439 })),
    direction: fc.constantFrom("entry" as const, "exit" as const),
    ref: fc.uuid(),
  });
}

/** A log in good order: stays and absences of up to 60 days. */
export function wholeLogsAround(middle: Day): fc.Arbitrary<Crossing[]> {
  return fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 16 }).map((steps) => {
    let at = addDays(middle, -200);
    return steps.map((step, index): Crossing => {
      at = addDays(at, step);
      const direction = index % 2 === 0 ? "entry" : "exit";
      return { day: at, minute: null, direction, ref: `#${index}` };
    });
  });
}

/** A student limited to 90 days in 180, with a whole or a broken log, and some grounds, around a day. */
export function studentsAround(middle: Day): fc.Arbitrary<StudentFacts> {
  return fc.record({
    citizenship: fc.constantFrom("KZ", "RU"),
    crossings: fc.oneof(
      wholeLogsAround(middle),
      fc.array(crossingsAround(middle), { maxLength: 12 }),
    ),
    grounds: fc.array(groundsAround(middle), { maxLength: 3 }),
  });
}
