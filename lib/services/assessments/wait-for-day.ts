import "server-only";
import type { Day } from "@/lib/civil-date/day";
import type { InstitutionScope } from "@/lib/db/in-institution";
import { assessDay } from "./assess-day";
import { BeingAssessed } from "./being-assessed";

/** A page waits no longer, in milliseconds. */
const LONGEST = 25_000;

/** Has a day's assessments made and waits for them; throws BeingAssessed after `longest` ms, while they go on being made. */
export async function waitForDay(
  scope: InstitutionScope,
  asOf: Day,
  longest = LONGEST,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new BeingAssessed()), longest);
  });
  await Promise.race([assessDay(scope, asOf), tooLong]).finally(() => clearTimeout(timer));
}
