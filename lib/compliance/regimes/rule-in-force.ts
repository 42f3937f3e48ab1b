import { addDays, type Day } from "@/lib/civil-date/day";
import type { Settings } from "../settings";
import type { CitizenshipRules, Dated, DatedLimits, RuleSet } from "./regime";

/** The rules of a citizenship; those of every other one where it has none of its own. */
export function rulesFor(ruleSet: RuleSet, citizenship: string): CitizenshipRules {
  return (
    ruleSet.rules.find((rules) => rules.citizenships.includes(citizenship)) ?? ruleSet.everyOther
  );
}

/** The dated limits as the office reads the open questions A2 and A19. */
export function limitsAsRead(rules: CitizenshipRules, settings: Settings): readonly DatedLimits[] {
  const chosen = rules.alternatives?.find(({ answer }) => answer === settings.unconfirmedLimit);
  const limits = chosen?.limits ?? rules.limits;
  return rules.startQuestion === undefined ? limits : startingOn(limits, settings.kzCountingStart);
}

/** Moves the seam before the last limit to `start`; what would then be empty falls away. */
function startingOn(limits: readonly DatedLimits[], start: Day): readonly DatedLimits[] {
  const last = limits.at(-1);
  if (last === undefined || last.from === start) return limits;
  const before = limits.slice(0, -1).filter((limit) => limit.from < start);
  return [
    ...before.map((limit, index) =>
      index === before.length - 1 ? { ...limit, to: addDays(start, -1) } : limit,
    ),
    { ...last, from: start },
  ];
}

/** The value in force on a day; null where the day is outside the known law. */
export function inForce<V>(series: readonly Dated<V>[], on: Day): Dated<V> | null {
  return series.find((dated) => dated.from <= on && (dated.to === null || on <= dated.to)) ?? null;
}
