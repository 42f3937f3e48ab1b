import { foldName } from "@/lib/person-name/fold-name";

/** Headings are compared without case, accents, punctuation and spaces; № is a word. */
export function headingKey(heading: string): string {
  return headingWords(heading).join("");
}

/** What is longer is no heading but a text that stands where headings stand. */
const LONGEST = 300;

/** The words of a heading as they are compared; "" has none, nor has a text that is too long to be one. */
export function headingWords(heading: string): string[] {
  if (heading.length > LONGEST) return [];
  const folded = foldName(heading.replaceAll("№", " номер "));
  return folded === "" ? [] : folded.split(" ");
}

/** A heading without what stands in brackets. */
export function withoutBrackets(heading: string): string {
  return heading.replace(/\([^()]*\)|\[[^[\]]*\]/g, " ");
}
