import { builtIn } from "./regimes/built-in";
import { readRegime } from "./regimes/read-regime";
import type { Grade, RuleSet, Source } from "./regimes/regime";

/** The regimes that the engine can compute. */
export const REGIME_IDS = ["kg", "schengen", "kz", "ru", "tr", "ge"] as const;
export type RegimeId = (typeof REGIME_IDS)[number];

/** A country's rules of stay. `assess` and its kin take it whole; screens read `sources`, `id`, `version`. */
export type { Grade, RuleSet, Source };

/** The rule set of a regime. */
export function ruleSetFor(regime: RegimeId): RuleSet {
  return builtIn[regime];
}

/** Whether a text names a regime that the engine can compute. */
export function isRegimeId(text: string): text is RegimeId {
  return REGIME_IDS.some((id) => id === text);
}

/** An office's own regime from its parsed file, or one sentence for each thing that is wrong with it. */
export function ruleSetFrom(
  json: unknown,
  fileName: string,
): { ruleSet: RuleSet } | { problems: readonly string[] } {
  return readRegime(json, fileName);
}
