import "server-only";
import type { Day } from "@/lib/civil-date/day";

/** Thrown inside a service: the day's assessments must be made first, in a transaction of their own. */
export class NotYetAssessed extends Error {
  readonly asOf: Day;

  constructor(asOf: Day) {
    super("the day's assessments are not those of the facts and rules as they stand");
    this.name = "NotYetAssessed";
    this.asOf = asOf;
  }
}
