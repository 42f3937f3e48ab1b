import { foldName } from "@/lib/person-name/fold-name";

/** Headings are compared without case, accents, punctuation and spaces; № is a word. */
export function headingKey(heading: string): string {
  return headingWords(heading).join("");
}

/** The words of a heading as they are compared; "" has none. */
export function headingWords(heading: string): string[] {
  const folded = foldName(heading.replaceAll("№", " номер "));
  return folded === "" ? [] : folded.split(" ");
}

/** A heading without what stands in brackets. */
export function withoutBrackets(heading: string): string {
  return heading.replace(/\([^)]*\)|\[[^\]]*\]/g, " ");
}
