import { FIRST_DAY } from "@/lib/civil-date/day-range";
import type { Crossing, StudentFacts } from "../facts";

/** The crossings that can be the person's own: none before birth. */
export function knownCrossings({ birth, crossings }: StudentFacts): readonly Crossing[] {
  const born = birth ?? FIRST_DAY;
  return crossings.filter(({ day }) => day >= born);
}
