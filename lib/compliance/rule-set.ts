import { kg } from "./regimes/kg";
import type { Grade, RuleSet, Source } from "./regimes/regime";
import { schengen } from "./regimes/schengen";
import { tr } from "./regimes/tr";

/** The regimes that the engine can compute. */
export const REGIME_IDS = ["kg", "schengen", "tr"] as const;
export type RegimeId = (typeof REGIME_IDS)[number];

/** A country's rules of stay. `assess` and its kin take it whole; screens read `sources`, `id`, `version`. */
export type { Grade, RuleSet, Source };

const RULE_SETS: Record<RegimeId, RuleSet> = { kg, schengen, tr };

/** The rule set of a regime. */
export function ruleSetFor(regime: RegimeId): RuleSet {
  return RULE_SETS[regime];
}

/** Whether a text names a regime that the engine can compute. */
export function isRegimeId(text: string): text is RegimeId {
  return REGIME_IDS.some((id) => id === text);
}
