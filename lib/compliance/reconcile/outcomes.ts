import { type Assessment, READINGS, type ReadingName } from "../assessment";
import type { Cause, Explained } from "../recount";

/** A number that causes lead to. */
export type Outcome = { causes: Cause[]; reading: ReadingName; used: number };

/** More explanations than this explain nothing. */
const MOST_EXPLANATIONS = 12;
/** More causes than this at once explain anything. */
const MOST_CAUSES = 2;

/** Simplest first. */
const ORDER: readonly Cause["kind"][] = [
  "reading",
  "setting",
  "fewest",
  "counted_to",
  "stated_day_too",
  "ground_unknown",
  "set_aside",
  "crossing_known",
  "absence_unknown",
  "stay_unknown",
  "crossing_unknown",
  "stay_twice",
];

/**
 * The numbers of an assessment that `causes` have led to, by up to two causes: those of `own`, the reading that
 * is compared, and those of the others, where reading the limit otherwise is one more cause.
 */
export function outcomesOf(
  { readings }: Assessment,
  causes: readonly Cause[],
  own: ReadingName,
): Outcome[] {
  const outcomes = READINGS.flatMap((reading): Outcome[] => {
    const result = readings[reading];
    if (result === undefined) return [];
    const otherwise: Cause[] = reading === own ? [] : [{ kind: "reading", reading }];
    const most = [...causes, ...otherwise];
    const outcome = { causes: most, reading, used: result.used };
    if (result.usedMin === result.usedMax) return [outcome];
    return [outcome, { causes: [...fewest(causes), ...otherwise], reading, used: result.usedMin }];
  });
  return outcomes.filter(({ causes: all }) => all.length > 0 && all.length <= MOST_CAUSES);
}

/** The same causes where only the sure days were counted: of a lacking crossing that is said of its open days. */
function fewest(causes: readonly Cause[]): Cause[] {
  const saidAlready = causes.some(({ kind }) => kind === "crossing_unknown");
  if (!saidAlready) return [...causes, { kind: "fewest" }];
  return causes.map((cause) =>
    cause.kind === "crossing_unknown" ? { ...cause, openDays: "fewest" } : cause,
  );
}

/** The explanations with the fewest causes, then the plainest, first; days in a row of one cause are joined. */
export function simplest(found: readonly Outcome[]): Explained[] {
  const sorted = found.toSorted(
    (a, b) => a.causes.length - b.causes.length || plainness(a) - plainness(b),
  );
  const joined: Explained[] = [];
  for (const { causes, reading } of sorted) {
    const next = { causes: [...causes].sort(byPlainness), reading };
    const last = joined.at(-1);
    if (last === undefined || !joinDays(last, next)) joined.push(next);
  }
  return joined.slice(0, MOST_EXPLANATIONS);
}

/** The single cause that comes nearest to the stated number; null: nothing was tried. */
export function closestOf(outcomes: readonly Outcome[], statedDays: number) {
  const open = ({ used }: Outcome) => Math.abs(statedDays - used);
  const nearest = outcomes
    .filter(({ causes }) => causes.length === 1)
    .sort((a, b) => open(a) - open(b) || plainness(a) - plainness(b))[0];
  return nearest === undefined ? null : { ...nearest, unexplained: statedDays - nearest.used };
}

function byPlainness(a: Cause, b: Cause): number {
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
}

function plainness({ causes }: Outcome): number {
  return causes.reduce((sum, { kind }) => sum + ORDER.indexOf(kind), 0);
}

/** Whether `next` is `last` but for the next day of a missing crossing; `last` then holds it too. */
function joinDays(last: Explained, next: Explained): boolean {
  if (last.reading !== next.reading || last.causes.length !== next.causes.length) return false;
  const differing = last.causes.findIndex((one, index) => !isSame(one, next.causes[index]));
  const [before, after] = [last.causes[differing], next.causes[differing]];
  if (before?.kind !== "crossing_known" || after?.kind !== "crossing_known") return false;
  const isNext = before.days.to + 1 === after.days.from;
  if (!isNext || !isSame({ ...before, days: after.days }, after)) return false;
  const isOnlyThat = last.causes.every(
    (one, index) => index === differing || isSame(one, next.causes[index]),
  );
  if (!isOnlyThat) return false;
  const days = { from: before.days.from, to: after.days.to };
  last.causes[differing] = { ...before, days };
  return true;
}

function isSame(a: Cause | undefined, b: Cause | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
