import { addDays, type Day } from "@/lib/civil-date/day";
import { assess } from "@/lib/compliance/assess";
import type { AcademicYear } from "@/lib/compliance/facts";
import { ruleSetFor } from "@/lib/compliance/rule-set";
import { defaultSettings, type Settings } from "@/lib/compliance/settings";
import type { DemoCrossing } from "./crossings";
import { factsOf } from "./facts-of";
import { LOG_END } from "./rhythms";
import type { DemoStudent } from "./students";

/** The border counts the days of the last 180 (docs/rules.md). */
const AT_THE_BORDER: Settings = { ...defaultSettings, readings: ["rolling"] };

/**
 * What the log will say of the time after its end if nobody registers anew: whoever is over the limit
 * is refused, and with the entry the exit that would have followed it is not made either.
 */
export function crossingsLater(student: DemoStudent, academicYear: AcademicYear): DemoCrossing[] {
  const made: DemoCrossing[] = [];
  let inside = student.crossings.at(-1)?.direction === "entry";
  let border = { openFrom: LOG_END, openUntil: LOG_END };
  for (const wish of student.wishes) {
    const entering = wish.direction === "entry";
    if (entering && wish.day > border.openUntil) {
      const soFar = { ...student, crossings: [...student.crossings, ...made] };
      border = borderOn(soFar, addDays(wish.day, -1), academicYear);
    }
    const passes = entering ? wish.day >= border.openFrom : inside;
    if (passes) made.push(wish);
    inside = entering && passes;
  }
  return made;
}

/** From when entry is open, seen from a day; and to when it stays so, since a day inside uses up one at most. */
function borderOn(student: DemoStudent, asOf: Day, academicYear: AcademicYear) {
  const { readings } = assess(
    factsOf(student),
    ruleSetFor("kg"),
    AT_THE_BORDER,
    asOf,
    academicYear,
  );
  const { earliestEntry, remaining } = readings.rolling ?? { earliestEntry: null, remaining: 365 };
  return { openFrom: earliestEntry ?? asOf, openUntil: addDays(asOf, remaining) };
}
