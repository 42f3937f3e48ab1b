import { builtIn } from "./regimes/built-in";
import type {
  Grade,
  OpenQuestion,
  ProposedHolidays,
  RuleSet,
  Source,
  Words,
} from "./regimes/regime";

/** The regimes that the engine can compute. */
export const REGIME_IDS = ["kg", "schengen", "kz", "ru", "tr", "ge"] as const;
export type RegimeId = (typeof REGIME_IDS)[number];

/** A country's rules of stay. `assess` and its kin take it whole; screens read `sources`, `id`, `version`. */
export type { Grade, OpenQuestion, ProposedHolidays, RuleSet, Source, Words };

/** The rule set of a regime. */
export function ruleSetFor(regime: RegimeId): RuleSet {
  return builtIn[regime];
}

/** Whether a text names a regime that the engine can compute. */
export function isRegimeId(text: string): text is RegimeId {
  return REGIME_IDS.some((id) => id === text);
}
