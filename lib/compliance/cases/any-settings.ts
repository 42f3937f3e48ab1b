import fc from "fast-check";
import { day } from "@/lib/civil-date/day";
import { WINDOW_READINGS } from "../assessment";
import { KZ_COUNTING_STARTS, type Settings } from "../settings";

/** Any answers to the open questions that a count depends on (docs/rules.md, section 8). */
export const anySettings: fc.Arbitrary<Settings> = fc.record({
  readings: fc.subarray([...WINDOW_READINGS], { minLength: 1 }),
  kzCountingStart: fc.constantFrom(...KZ_COUNTING_STARTS.map(day)),
  exitDayCounts: fc.boolean(),
  sameDayCounts: fc.constantFrom("once" as const, "twice" as const),
  registrationEffect: fc.constantFrom("pauses" as const, "resets" as const, "nothing" as const),
  registrationCovers: fc.constantFrom("ownStart" as const, "entry" as const),
  registrationTrigger: fc.constantFrom("perStay" as const, "inWindow" as const),
  reentryAfterDays: fc.constantFrom(91 as const, 90 as const),
  unconfirmedLimit: fc.constantFrom("60/120" as const, "30/60" as const),
  registrationEnd: fc.constant("earliest" as const),
  holidays: fc.constant([]),
});
