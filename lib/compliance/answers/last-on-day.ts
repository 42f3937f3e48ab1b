import type { Day } from "@/lib/civil-date/day";
import type { Crossing, Direction, StudentFacts } from "../facts";
import { staysOf } from "../stays";
import { knownCrossings } from "./known-crossings";

/** The last minutes of a day. */
const LATE = 1430;

/**
 * The crossings up to and with a day, and after everything that is recorded on it one more in each of the
 * `directions`. The records of that day are given minutes in the order in which the log reads them, since one without a
 * time would otherwise take the place that suits the added ones.
 */
export function withLastOnDay(
  facts: StudentFacts,
  day: Day,
  directions: readonly Direction[],
): Crossing[] {
  const past = knownCrossings(facts).filter((crossing) => crossing.day <= day);
  const added = directions.map((direction, index) => {
    return { day, minute: LATE + index, direction, ref: `after:${direction}` };
  });
  if (added.length === 0) return past;
  const { stays } = staysOf(past, day);
  const today = stays
    .flatMap(({ entry, exit }) => [entry, exit])
    .flatMap((crossing) => (crossing?.day === day ? [crossing] : []))
    .map((crossing, minute) => ({ ...crossing, minute }));
  return [...past.filter((crossing) => crossing.day < day), ...today, ...added];
}
