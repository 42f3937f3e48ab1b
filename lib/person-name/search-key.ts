import { foldDocumentNo } from "./document-no";
import { nameKey } from "./transliterate";

/** What a student can be found by. Any part may be empty. */
export type Searchable = {
  names: readonly string[];
  studentNo: string;
  documentNos: readonly string[];
};

/**
 * The text that a search looks in: keys of all names, then the numbers, separated by single spaces
 * and with one at each end. A word of searchWords found anywhere in it is a hit.
 */
export function searchKey(student: Searchable): string {
  const words = [
    ...student.names.flatMap((name) => nameKey(name).split(" ")),
    ...[student.studentNo, ...student.documentNos].map(numberKey),
  ];
  return ` ${[...new Set(words.filter((word) => word !== ""))].join(" ")} `;
}

/** The words of a query in the form of searchKey; each must be found. Empty for a blank query. */
export function searchWords(query: string): string[] {
  return query
    .split(/\s+/)
    .flatMap((word) => (/\d/.test(word) ? [numberKey(word)] : nameKey(word).split(" ")))
    .filter((word) => word !== "");
}

function numberKey(number: string): string {
  return foldDocumentNo(number).folded.toLowerCase();
}
