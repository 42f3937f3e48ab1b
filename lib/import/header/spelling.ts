import { distance } from "@/lib/person-name/letter-distance";
import type { Target } from "../targets";
import { headingKey, headingWords, withoutBrackets } from "./heading-key";
import { type HeadingsOf, type Known, knownHeadings } from "./known-headings";

export type Likeness = { target: Target; near: boolean; by: "abbreviation" | "spelling" };

/** Shorter keys are like too many others. */
const SHORTEST_MISSPELT = 5;
const LONG = 9;

/** Files of one source repeat their headings. */
const REMEMBERED = 2048;
const known = new Map<string, Likeness | null>();

/** What an abbreviated or misspelt heading is like; null where nothing is, or two targets are equally. `near`: hardly anything else could be meant. */
export function likeHeading(kind: HeadingsOf, heading: string): Likeness | null {
  const key = `${kind} ${heading}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const bare = withoutBrackets(heading);
  const found = abbreviated(kind, bare) ?? misspelt(kind, headingKey(bare));
  if (known.size >= REMEMBERED) known.clear();
  known.set(key, found);
  return found;
}

/** Its one target, or null. */
function onlyTarget(found: readonly Known[]): Target | null {
  const targets = new Set(
    found.filter(({ strength }) => strength === "strong").map(({ target }) => target),
  );
  const [target] = targets;
  return targets.size === 1 && target ? target : null;
}

/** "гражд-во", "дат. рожд.", "№ студ. бил.": each word begins, and may end, like the heading's. */
function abbreviated(kind: HeadingsOf, written: string): Likeness | null {
  const words = headingWords(written.replace(/(\p{L})-(\p{L})/gu, "$1$2"));
  if (words.length === 0 || words.join("").length < 4) return null;
  const found = [...knownHeadings(kind).values()].filter(
    (heading) =>
      heading.words.length === words.length &&
      heading.words.every((word, i) => shortens(words[i] ?? "", word)),
  );
  const target = onlyTarget(found);
  if (target === null) return null;
  const letters = words.filter((word) => word.length >= 3).length;
  return { target, near: letters === words.length, by: "abbreviation" };
}

/** True where `short` is the word, its beginning, or its beginning and its last letters. */
function shortens(short: string, word: string): boolean {
  if (short === word || word.startsWith(short)) return true;
  const start = commonStart(short, word);
  const rest = short.slice(start);
  return start >= 3 && rest.length <= 2 && word.endsWith(rest);
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

function misspelt(kind: HeadingsOf, key: string): Likeness | null {
  if (key.length < SHORTEST_MISSPELT) return null;
  const most = key.length >= LONG ? 2 : 1;
  let best = most + 1;
  let found: Known[] = [];
  for (const heading of knownHeadings(kind).values()) {
    if (heading.key.length < SHORTEST_MISSPELT) continue;
    const far = distance(key, heading.key, best);
    if (far < best) found = [];
    if (far <= Math.min(best, most)) found.push(heading);
    best = Math.min(best, far);
  }
  const target = onlyTarget(found);
  return target && { target, near: best === 1 && key.length > SHORTEST_MISSPELT, by: "spelling" };
}
