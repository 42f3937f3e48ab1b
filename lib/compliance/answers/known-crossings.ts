import type { Crossing, StudentFacts } from "../facts";

/** The crossings that can be the person's own: none before birth. */
export function knownCrossings({ birth, crossings }: StudentFacts): readonly Crossing[] {
  const born = birth ?? null;
  return born === null ? crossings : crossings.filter(({ day }) => day >= born);
}
