import type { Day } from "@/lib/civil-date/day";
import { defaultAcademicYear } from "./academic-year";
import { assess } from "./assess";
import { type Assessment, READINGS, type ReadingName } from "./assessment";
import { explain } from "./explain";
import type { StudentFacts } from "./facts";
import { closestOf, type Outcome, outcomesOf, simplest } from "./reconcile/outcomes";
import { type Basis, cutOf, fewVariants, manyVariants, type Variant } from "./reconcile/variants";
import type { Cut, Reconciliation } from "./recount";
import type { RuleSet } from "./regimes/regime";
import type { Settings } from "./settings";

/** So many counts are tried in pairs, at most: a page waits for the answer. */
const PAIRS_TRIED = 400;
/**
 * Compares the days that somebody else, as a rule the border service, counted up to and with `statedOn` with ours
 * in the headline reading of that day, and looks for what they may have done otherwise. Only what gives exactly
 * their number is an explanation: a single cause, or, only where there is none, two together (among them any
 * cause in another reading). The search is bounded: the latest 120 stays, 400 days of missing
 * crossings, 400 pairs; `cut` says which of these bounds left something out.
 */
export function reconcile(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  statedDays: number,
  statedOn: Day,
): Reconciliation {
  const basis: Basis = { facts, settings, on: statedOn };
  const count = (one: Basis) =>
    assess(one.facts, ruleSet, one.settings, one.on, defaultAcademicYear(one.on));
  const ours = count(basis);
  const reading = ours.headline;
  const used = reading === null ? undefined : ours.readings[reading]?.used;
  const compared = { statedDays, statedOn, ours: figures(ours), reading };
  if (reading === null || used === undefined || used === statedDays) {
    const difference = used === undefined ? null : 0;
    return { ...compared, difference, explanations: [], closest: null, cut: [] };
  }
  const search = { basis, count, reading, statedDays };
  const few = fewVariants(basis, ruleSet);
  const single = [
    ...outcomesOf(ours, [], reading),
    ...[...few, ...manyVariants(basis)].flatMap((variant) => tried(search, [variant])),
    ...staysTwice(basis, ruleSet, reading, used),
  ];
  const exact = single.filter((outcome) => outcome.used === statedDays);
  const alone = exact.filter(({ causes }) => causes.length === 1);
  const pairs = alone.length > 0 ? { found: [], cut: [] } : inPairs(search, few);
  const found = alone.length > 0 ? alone : [...exact, ...pairs.found];
  return {
    ...compared,
    difference: statedDays - used,
    explanations: simplest(found),
    closest: found.length > 0 ? null : closestOf(single, statedDays),
    cut: [...cutOf(basis), ...pairs.cut],
  };
}

type Search = {
  basis: Basis;
  count: (basis: Basis) => Assessment;
  reading: ReadingName;
  statedDays: number;
};

function figures({ readings }: Assessment): Reconciliation["ours"] {
  const ours: Reconciliation["ours"] = {};
  for (const name of READINGS) {
    const result = readings[name];
    if (result === undefined) continue;
    const { used, usedMin, usedMax } = result;
    ours[name] = { used, usedMin, usedMax };
  }
  return ours;
}

/** What counting leads to with all of these done otherwise. */
function tried({ basis, count, reading }: Search, variants: readonly Variant[]): Outcome[] {
  const changed = variants.reduce((one, { apply }) => apply(one), basis);
  return outcomesOf(
    count(changed),
    variants.map(({ cause }) => cause),
    reading,
  );
}

/** Two things done otherwise, of which each alone changes the count; of two answers to one question the later holds, which alone was tried. */
function inPairs(search: Search, few: readonly Variant[]): { found: Outcome[]; cut: Cut[] } {
  const own = search.count(search.basis).readings[search.reading]?.used;
  const telling = few.filter((variant) =>
    tried(search, [variant]).some(
      ({ used, reading }) => reading === search.reading && used !== own,
    ),
  );
  const pairs = telling.flatMap((one, index) =>
    telling.slice(index + 1).map((other): Variant[] => [one, other]),
  );
  const mixed = manyVariants(search.basis).flatMap((many) => telling.map((one) => [one, many]));
  const possible = [...pairs, ...mixed];
  const found = possible
    .slice(0, PAIRS_TRIED)
    .flatMap((pair) => tried(search, pair))
    .filter(({ used }) => used === search.statedDays);
  return {
    found,
    cut: possible.length > PAIRS_TRIED ? [{ what: "pairs", count: PAIRS_TRIED }] : [],
  };
}

/**
 * A stay counted twice, where the stays that are told make up our number. Of some broken logs they do not: the most
 * days of an anchored period may belong to other missing crossings than the longest stays do.
 */
function staysTwice(
  { facts, settings, on }: Basis,
  ruleSet: RuleSet,
  reading: ReadingName,
  used: number,
): Outcome[] {
  const explained = explain(facts, ruleSet, settings, on).readings[reading];
  if (explained?.used !== used) return [];
  return explained.stays.map(({ entryRef, exitRef, counted }) => ({
    causes: [{ kind: "stay_twice", refs: [entryRef, exitRef] }],
    reading,
    used: used + counted,
  }));
}
