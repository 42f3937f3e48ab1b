import type { StudentFacts } from "../facts";
import { isGround, type OracleRegime } from "./limits-by-citizenship";
import type { Stay } from "./log";

/** How an office reads the counting of days (A5, A7, A9, A10). */
export type CountingRules = {
  exitDayCounts: boolean;
  sameDayCounts: "once" | "twice";
  registrationEffect: "pauses" | "resets" | "nothing";
  registrationCovers: "ownStart" | "entry";
};

/** The days that a stay holds, both included. */
export type HeldDays = { first: number; last: number };

/** A world of days: which stays hold a day, whether a ground stops the count on it, and where counts begin anew. */
export type World = {
  /** No presence before it. */
  start: number;
  /** The last day that the world knows. */
  end: number;
  held: readonly HeldDays[];
  /** How many stays hold the day `start + i`. */
  stays: Uint8Array;
  stopped: (day: number) => boolean;
  restarts: ReadonlySet<number>;
  weighs: "once" | "twice";
};

const REGISTRATIONS = ["dormitory", "address", "employment"];

/** A5: both border days, or all but the day of exit; the day of entry in any case. */
export function heldDays(stay: Stay, asOf: number, exitDayCounts: boolean): HeldDays {
  if (stay.exit === null) return { first: stay.entry, last: asOf };
  const last = exitDayCounts ? stay.exit : Math.max(stay.entry, stay.exit - 1);
  return { first: stay.entry, last };
}

function granted(facts: StudentFacts, regime: OracleRegime) {
  return facts.grounds.filter((one) => one.status === "granted" && isGround(regime, one.kind));
}

/** Whether a granted ground holds on a day, whatever it does to the count. */
export function groundHolds(facts: StudentFacts, regime: OracleRegime): (day: number) => boolean {
  const grounds = granted(facts, regime);
  return (day) => grounds.some((one) => one.from <= day && (one.to === null || day <= one.to));
}

/** A10: a registration made during a stay may cover it from its entry on. */
function coversFrom(from: number, stays: readonly Stay[], asOf: number, rules: CountingRules) {
  if (rules.registrationCovers === "ownStart" || from > asOf) return from;
  const during = stays.filter(
    ({ entry, exit }) => entry <= from && (exit === null || from <= exit),
  );
  return Math.min(from, ...during.map(({ entry }) => entry));
}

type Span = { from: number; to: number };

function holdsOn(day: number): (span: Span) => boolean {
  return (span) => span.from <= day && day <= span.to;
}

/** Days around asOf are asked for again and again: each is found out once. */
function remembered(asOf: number, find: (day: number) => boolean): (day: number) => boolean {
  const first = asOf - 3000;
  const known = new Uint8Array(8000);
  return (day) => {
    const seen = known[day - first];
    if (seen === 1 || seen === 2) return seen === 2;
    const found = find(day);
    if (seen === 0) known[day - first] = found ? 2 : 1;
    return found;
  };
}

/** Which days grounds take out of the count (A9, A10), and the first days of registrations that restart it. */
export function stopsOf(
  facts: StudentFacts,
  regime: OracleRegime,
  stays: readonly Stay[],
  asOf: number,
  rules: CountingRules,
): Pick<World, "stopped" | "restarts"> {
  const restarts = new Set<number>();
  const spans: Span[] = [];
  for (const { kind, from, to } of granted(facts, regime)) {
    const isRegistration = REGISTRATIONS.includes(kind);
    if (isRegistration && rules.registrationEffect === "nothing") continue;
    const first = isRegistration ? coversFrom(from, stays, asOf, rules) : Number(from);
    spans.push({ from: first, to: to ?? Number.POSITIVE_INFINITY });
    if (isRegistration && rules.registrationEffect === "resets") restarts.add(first);
  }
  return { stopped: remembered(asOf, (day) => spans.some(holdsOn(day))), restarts };
}

/** The world with these days held, up to `end`. */
export function worldOf(
  held: readonly HeldDays[],
  end: number,
  rest: Pick<World, "stopped" | "restarts" | "weighs">,
): World {
  const start = Math.min(end, ...held.map(({ first }) => first));
  const stays = new Uint8Array(end - start + 1);
  for (const { first, last } of held) {
    for (let i = first - start; i <= Math.min(last, end) - start; i += 1) {
      stays[i] = (stays[i] ?? 0) + 1;
    }
  }
  return { start, end, held, stays, ...rest };
}

/** How many stays hold a day. */
export function staysOn(world: World, day: number): number {
  return world.stays[day - world.start] ?? 0;
}
