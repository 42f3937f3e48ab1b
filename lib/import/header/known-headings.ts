import type { ImportKind } from "../fields";
import { saysWho, TARGETS, type Target } from "../targets";
import { headingKey, headingWords, withoutBrackets } from "./heading-key";
import { HEADINGS } from "./heading-words";

/** strong: it names the target. weak: only where no other column does. open: it might, a person decides. */
type Strength = "strong" | "weak" | "open";
export type Known = { target: Target; strength: Strength; key: string; words: readonly string[] };

const MARKS: Readonly<Record<string, Strength>> = { "~": "weak", "?": "open" };

/** A kind of file; a log or a list of grounds also as one that has no numbers and says by names whose its rows are. */
export type HeadingsOf = ImportKind | "crossingsByName" | "groundsByName";

function headingsOf(kind: ImportKind, byName = false): ReadonlyMap<string, Known> {
  const headings = new Map<string, Known>();
  const targets = TARGETS[kind].filter((target) => byName || !saysWho(kind, [target]));
  // What a crossing or a ground says itself goes before.
  for (const target of byName ? targets.toReversed() : targets) {
    for (const marked of HEADINGS[kind][target]?.split("|") ?? []) {
      const key = headingKey(marked);
      const strength = MARKS[marked.charAt(0)] ?? "strong";
      headings.set(key, { target, strength, key, words: headingWords(marked) });
    }
  }
  return headings;
}

const KNOWN: Readonly<Record<HeadingsOf, ReadonlyMap<string, Known>>> = {
  roster: headingsOf("roster"),
  crossings: headingsOf("crossings"),
  grounds: headingsOf("grounds"),
  residents: headingsOf("residents"),
  authority: headingsOf("authority"),
  crossingsByName: headingsOf("crossings", true),
  groundsByName: headingsOf("grounds", true),
};

/** Every heading that is known for a kind of file, by its key. */
export function knownHeadings(kind: HeadingsOf): ReadonlyMap<string, Known> {
  return KNOWN[kind];
}

/** What a heading names as it is written, with or without a remark in brackets, or null. */
export function readHeading(kind: HeadingsOf, heading: string): Known | null {
  const headings = KNOWN[kind];
  return (
    headings.get(headingKey(heading)) ?? headings.get(headingKey(withoutBrackets(heading))) ?? null
  );
}
