import type { WordField } from "./answers";
import { DIRECTIONS, GROUND_KINDS, GROUND_STATUSES } from "./facts";
import { CHECKPOINTS } from "./values/checkpoint";
import { COUNTRY_CODES } from "./values/country";
import { decisionKey } from "./values/word";

export { decisionKey };

/** What a word of a field can be decided to mean. For a checkpoint also what was written, where it is none of the table. */
export const MEANINGS: Readonly<Record<WordField, readonly string[]>> = {
  citizenship: COUNTRY_CODES,
  checkpoint: CHECKPOINTS,
  direction: DIRECTIONS,
  sex: ["M", "F"],
  kind: GROUND_KINDS,
  status: GROUND_STATUSES,
};

/** True where a word of the field may be given this meaning. */
export function isMeaning(field: WordField, word: string, meaning: string): boolean {
  return MEANINGS[field].includes(meaning) || (field === "checkpoint" && meaning === word);
}
