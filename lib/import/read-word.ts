import { readCitizenship } from "./values/country";
import { readDirection } from "./values/direction";
import { readGroundKind, readGroundStatus } from "./values/ground-words";
import { readSex } from "./values/sex";

/** Fields whose words are a closed list, each of which the importer reads by itself. */
const READERS = {
  citizenship: readCitizenship,
  sex: readSex,
  direction: readDirection,
  kind: readGroundKind,
  status: readGroundStatus,
} as const satisfies Readonly<Record<string, (text: string) => string | null>>;

export type ListedField = keyof typeof READERS;

/** What the importer takes a word of a field for, or null; for exports, whose words are to be read again. */
export function readWord(field: ListedField, word: string): string | null {
  return READERS[field](word);
}
