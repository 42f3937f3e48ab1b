import type { WordField } from "./answers";
import { ANSWER_RESULTS, DIRECTIONS, GROUND_KINDS, GROUND_STATUSES } from "./facts";
import { CHECKPOINTS } from "./values/checkpoint";
import { COUNTRY_CODES, nearCountries } from "./values/country";
import { dormitoryMeaning, type KnownDormitory } from "./values/dormitory";
import { nearFaculties } from "./values/faculty";
import { decisionKey } from "./values/word";

export { decisionKey, dormitoryMeaning, nearCountries, nearFaculties };

/**
 * What a word of a field can be decided to mean. For a checkpoint also what was written, where it is none of the table;
 * for a dormitory and a faculty those of the office, which are no closed lists.
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
  faculty: [],
};

/** What an office has: its dormitories, and the faculties that its students are of. */
export type OfficeNames = {
  dormitories: readonly KnownDormitory[];
  faculties: readonly string[];
};

/** Fields of which a word may be kept as it is written: a checkpoint that the table lacks, a new faculty. */
const KEPT_AS_WRITTEN: ReadonlySet<WordField> = new Set<WordField>(["checkpoint", "faculty"]);

/** True where a word of the field may be given this meaning. */
export function isMeaning(
  field: WordField,
  word: string,
  meaning: string,
  { dormitories, faculties }: OfficeNames,
): boolean {
  if (KEPT_AS_WRITTEN.has(field) && meaning === word) return true;
  if (field === "dormitory") return dormitories.some(({ id }) => dormitoryMeaning(id) === meaning);
  if (field === "faculty") return faculties.includes(meaning);
  return MEANINGS[field].includes(meaning);
}
