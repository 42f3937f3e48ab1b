import { addDays, type Day, day } from "@/lib/civil-date/day";
import { knownCrossings } from "../answers/known-crossings";
import type { Crossing, StudentFacts } from "../facts";
import { type ChosenRepair, withRepair } from "../log-troubles";
import type { Cause, CountingSetting, Cut } from "../recount";
import type { RuleSet } from "../regimes/regime";
import { rulesFor } from "../regimes/rule-in-force";
import { KZ_COUNTING_STARTS, type Settings } from "../settings";
import { staysOf } from "../stays";
import { faultsOf } from "../troubles/log-faults";

/** A count: of these facts, by these answers, on this day. */
export type Basis = { facts: StudentFacts; settings: Settings; on: Day };

/** One thing done otherwise. */
export type Variant = { cause: Cause; apply: (basis: Basis) => Basis };

/** So many of the latest stays are looked at, and so many days on which a missing crossing may have been. */
const LATEST_STAYS = 120;
const DAYS_TRIED = 400;

/** Other answers to the open questions, other days, and grounds that are not known: few, and cheap to combine. */
export function fewVariants({ facts, settings, on }: Basis, ruleSet: RuleSet): Variant[] {
  return [
    ...settingVariants(facts, settings, ruleSet),
    ...facts.grounds
      .filter(({ status }) => status === "granted")
      .map(({ ref }): Variant => {
        const cause = { kind: "ground_unknown" as const, ref };
        const isOther = (ground: { ref: string }) => ground.ref !== ref;
        return {
          cause,
          apply: onFacts((one) => ({ ...one, grounds: one.grounds.filter(isOther) })),
        };
      }),
    ...dayVariants(facts, on),
    ...faultsOf(facts, on, on).flatMap(({ aside }) => aside.map(asideVariant)),
  ];
}

/** One crossing, stay or absence more or less: many. The latest first. */
export function manyVariants({ facts, on }: Basis): Variant[] {
  const { stays } = staysOf(knownCrossings(facts), on);
  const latest = stays.slice(-LATEST_STAYS).reverse();
  const pairs = latest.flatMap(({ entry, exit }, index): Variant[] => {
    const before = latest[index + 1]?.exit ?? null;
    return [
      ...(entry !== null && exit !== null ? [unknownPair("stay_unknown", entry, exit)] : []),
      ...(entry !== null && before !== null ? [unknownPair("absence_unknown", before, entry)] : []),
    ];
  });
  const single = latest
    .flatMap(({ entry, exit }) => [exit, entry])
    .flatMap((crossing) => (crossing === null ? [] : [unknownCrossing(crossing)]));
  return [...missingVariants(facts, on), ...pairs, ...single];
}

/** What `manyVariants` leaves out. */
export function cutOf({ facts, on }: Basis): Cut[] {
  const { stays } = staysOf(knownCrossings(facts), on);
  const days = faultsOf(facts, on, on).reduce(
    (sum, { missing }) => sum + (missing?.after ? missing.before.day - missing.after.day + 1 : 0),
    0,
  );
  const cut: Cut[] = [];
  if (stays.length > LATEST_STAYS) cut.push({ what: "stays", count: LATEST_STAYS });
  if (days > DAYS_TRIED) cut.push({ what: "days", count: DAYS_TRIED });
  return cut;
}

function onFacts(change: (facts: StudentFacts) => StudentFacts): Variant["apply"] {
  return (basis) => ({ ...basis, facts: change(basis.facts) });
}

function repaired(repair: ChosenRepair): Variant["apply"] {
  return onFacts((facts) => withRepair(facts, repair));
}

function settingVariants(facts: StudentFacts, settings: Settings, ruleSet: RuleSet): Variant[] {
  const movesStart = rulesFor(ruleSet, facts.citizenship).startQuestion === "A2";
  const starts = movesStart ? KZ_COUNTING_STARTS.map(day) : [];
  return [
    ...others(settings, "kzCountingStart", starts),
    ...others(settings, "exitDayCounts", [true, false]),
    ...others(settings, "sameDayCounts", ["once", "twice"]),
    ...others(settings, "registrationEffect", ["pauses", "resets", "nothing"]),
    ...others(settings, "registrationCovers", ["ownStart", "entry"]),
  ];
}

function others<K extends CountingSetting>(
  settings: Settings,
  setting: K,
  values: readonly Settings[K][],
): Variant[] {
  return values
    .filter((value) => value !== settings[setting])
    .map((value) => ({
      cause: { kind: "setting", setting, value } as Cause,
      apply: (basis) => ({ ...basis, settings: { ...basis.settings, [setting]: value } }),
    }));
}

function dayVariants(facts: StudentFacts, on: Day): Variant[] {
  const { inside, lastExit } = staysOf(knownCrossings(facts), on);
  const to = inside === true ? addDays(on, -1) : lastExit;
  const entry = { day: on, minute: null, direction: "entry" as const, ref: "stated" };
  const variants: Variant[] = [];
  if (to !== null && to < on) {
    variants.push({
      cause: { kind: "counted_to", day: to },
      apply: (basis) => ({ ...basis, on: to }),
    });
  }
  if (inside !== true) {
    variants.push({
      cause: { kind: "stated_day_too", day: on },
      apply: onFacts((one) => ({ ...one, crossings: [...one.crossings, entry] })),
    });
  }
  return variants;
}

function asideVariant(refs: string[]): Variant {
  const repair = { kind: "set_aside" as const, refs };
  return { cause: repair, apply: repaired(repair) };
}

function unknownPair(
  kind: "stay_unknown" | "absence_unknown",
  first: Crossing,
  second: Crossing,
): Variant {
  const refs: [string, string] = [first.ref, second.ref];
  return { cause: { kind, refs }, apply: repaired({ kind: "set_aside", refs }) };
}

function unknownCrossing({ ref }: Crossing): Variant {
  return {
    cause: { kind: "crossing_unknown", ref, openDays: "most" },
    apply: repaired({ kind: "set_aside", refs: [ref] }),
  };
}

/** A crossing that is missing in our log, on each day on which it may have been. */
function missingVariants(facts: StudentFacts, on: Day): Variant[] {
  const variants: Variant[] = [];
  for (const { missing, refs } of faultsOf(facts, on, on).reverse()) {
    if (missing === null || missing.after === null) continue;
    const { direction, after, before } = missing;
    const kind = direction === "exit" ? ("add_exit" as const) : ("add_entry" as const);
    for (let at = after.day; at <= before.day; at = addDays(at, 1)) {
      if (variants.length >= DAYS_TRIED) return variants;
      const days = { from: at, to: at };
      const cause = { kind: "crossing_known" as const, direction, days, refs };
      variants.push({ cause, apply: repaired({ kind, day: at }) });
    }
  }
  return variants;
}
