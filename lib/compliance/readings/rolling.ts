import type { Day } from "@/lib/civil-date/day";
import type { LookBack } from "./tally";

/** Any window of W days that ends on the day (SBC-6: international practice). */
export function rolling(window: number): LookBack {
  const startFor = (day: Day) => day - window + 1;
  return { startFor, startIfPresent: startFor, restarts: [] };
}
