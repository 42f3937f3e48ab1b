import { addDays, day } from "@/lib/civil-date/day";
import type { Crossing, StudentFacts } from "@/lib/compliance/facts";

export const AS_OF = day("2026-06-15");
const FIRST = day("2025-09-01");

/** Students who cross the border 60 times between September and June, each at another rhythm. Deterministic. */
export function makeTravellers(count: number): StudentFacts[] {
  return Array.from({ length: count }, (_, index) => ({
    citizenship: "KZ",
    crossings: crossingsOf(index),
    grounds: [],
  }));
}

function crossingsOf(index: number): Crossing[] {
  const crossings: Crossing[] = [];
  let at = addDays(FIRST, index % 7);
  for (let stay = 0; stay < 30; stay++) {
    const length = 1 + ((index + stay) % 4);
    const away = 4 + ((index + stay * 3) % 3);
    crossings.push({ day: at, minute: 600, direction: "entry", ref: `${stay}e` });
    at = addDays(at, length);
    crossings.push({ day: at, minute: 900, direction: "exit", ref: `${stay}x` });
    at = addDays(at, away);
  }
  return crossings;
}
