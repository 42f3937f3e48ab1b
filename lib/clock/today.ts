import "server-only";
import { type Day, parseDay } from "@/lib/civil-date/day";
import { env } from "@/lib/env/env";

const bishkek = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Bishkek", dateStyle: "short" });

/** Today in Bishkek, or the day that SANAK_TODAY fixes. */
export function today(): Day {
  const fixed = env().SANAK_TODAY;
  if (fixed !== undefined) return fixed;
  return dayAt(new Date());
}

/** The civil day of Bishkek at a moment. */
export function dayAt(moment: Date): Day {
  const found = parseDay(bishkek.format(moment));
  if (found === null) throw new Error("the clock gave no civil day");
  return found;
}
