import type { WordField } from "./answers";
import { ANSWER_RESULTS, DIRECTIONS, GROUND_KINDS, GROUND_STATUSES } from "./facts";
import { CHECKPOINTS } from "./values/checkpoint";
import { COUNTRY_CODES } from "./values/country";
import { dormitoryMeaning, type KnownDormitory } from "./values/dormitory";
import { decisionKey } from "./values/word";

export { decisionKey, dormitoryMeaning };

/**
 * What a word of a field can be decided to mean. For a checkpoint also what was written, where it is none of the table;
 * for a dormitory those of the office, which are no closed list.
 */
export const MEANINGS: Readonly<Record<WordField, readonly string[]>> = {
  citizenship: COUNTRY_CODES,
  checkpoint: CHECKPOINTS,
  direction: DIRECTIONS,
  sex: ["M", "F"],
  kind: GROUND_KINDS,
  status: GROUND_STATUSES,
  dormitory: [],
  result: ANSWER_RESULTS,
};

/** True where a word of the field may be given this meaning; `dormitories`: those of the office. */
export function isMeaning(
  field: WordField,
  word: string,
  meaning: string,
  dormitories: readonly KnownDormitory[] = [],
): boolean {
  if (field === "dormitory") return dormitories.some(({ id }) => dormitoryMeaning(id) === meaning);
  return MEANINGS[field].includes(meaning) || (field === "checkpoint" && meaning === word);
}
