import type { Day } from "@/lib/civil-date/day";
import { closed, type DaySpan, mergeSpans } from "@/lib/civil-date/day-range";
import type { Ground, GroundKind } from "../facts";
import type { Settings } from "../settings";
import type { Stay } from "../stays";

/** Registrations at the place of stay: what they do to the count is an open question (A9, A10). */
export const REGISTRATION_KINDS: readonly GroundKind[] = ["dormitory", "address", "employment"];

/** What grounds do to a count. */
export type Stops = {
  /** The grounds that stop it, as the office reads them. */
  grounds: readonly Ground[];
  /** The days they take out of it: sorted, disjoint. */
  days: readonly DaySpan[];
  /** The days on which it begins anew: sorted. */
  resets: readonly Day[];
};

const NOTHING: Stops = { grounds: [], days: [], resets: [] };

/**
 * How granted grounds stop the count up to and beyond asOf, where stays last as `which` says; none of them goes
 * beyond asOf. A registration made during a stay may cover it from its entry on (A10); it may stop nothing, or
 * reset the count on its first day (A9).
 */
export function stopsOf(
  granted: readonly Ground[],
  stays: readonly Stay[],
  which: "most" | "fewest",
  settings: Settings,
): Stops {
  // Stryker disable next-line ConditionalExpression: a shortcut, of no grounds come no days either
  if (granted.length === 0) return NOTHING;
  const isRegistration = ({ kind }: Ground) => REGISTRATION_KINDS.includes(kind);
  const { registrationEffect: effect } = settings;
  const grounds = granted
    .filter((ground) => effect !== "nothing" || !isRegistration(ground))
    .map((ground) => (isRegistration(ground) ? asRead(ground, stays, which, settings) : ground));
  const resets = effect === "resets" ? grounds.filter(isRegistration).map(({ from }) => from) : [];
  return { grounds, days: mergeSpans(grounds.map(closed)), resets: resets.sort((a, b) => a - b) };
}

/** A registration from the day on which it covers: its own start, or the entry of the first stay that holds it. */
function asRead(
  ground: Ground,
  stays: readonly Stay[],
  which: "most" | "fewest",
  settings: Settings,
): Ground {
  const { from } = ground;
  if (settings.registrationCovers !== "entry") return ground;
  const stay = stays.find((one) => one[which].from <= from && from <= one[which].to);
  return stay === undefined ? ground : { ...ground, from: stay[which].from };
}
