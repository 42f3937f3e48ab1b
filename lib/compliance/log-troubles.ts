import { addDays, type Day } from "@/lib/civil-date/day";
import type { DaySpan } from "@/lib/civil-date/day-range";
import { knownCrossings } from "./answers/known-crossings";
import type { AcademicYear, StudentFacts } from "./facts";
import { dayLedger } from "./ledger";
import type { RuleSet } from "./regimes/regime";
import type { Settings } from "./settings";
import { type Stay, staysOf } from "./stays";
import type { Effect, Repair, Trouble } from "./trouble";
import { daysOpen, effectReader, eitherEffect } from "./troubles/effect";
import { likelyDay } from "./troubles/likely-day";
import { type Fault, faultsOf } from "./troubles/log-faults";

/** How far before the first record, an exit, its entry is looked for, in days. */
const ENTRY_SOUGHT = 365;

/** What is done: on which day the missing crossing was, or which records take no part. */
export type ChosenRepair =
  | { kind: "add_exit" | "add_entry"; day: Day }
  | { kind: "set_aside"; refs: readonly string[] };

/**
 * All that is wrong with a log up to `asOf`, in time order, and how each could be mended; nothing is
 * mended here. `today` is the day on which the question is asked: records after it cannot have happened.
 *
 * Repairs are ranked by how much of the range they remove (fewest days left between usedMin and usedMax,
 * the missing crossing standing on its likely day, or on the worst one where none is likely), then by
 * likelihood: where one crossing seems to be recorded twice, setting a record aside; else adding the
 * missing one. Effects hold on `asOf` in the headline reading of the facts as they are, for any day in `between`.
 */
export function troublesOf(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
  academicYear: AcademicYear,
  today: Day,
): Trouble[] {
  const faults = faultsOf(facts, asOf, today);
  if (faults.length === 0) return [];
  const effectOf = effectReader(facts, ruleSet, settings, asOf, academicYear);
  const { stays } = staysOf(knownCrossings(facts), asOf);
  return faults.map((fault) => {
    const { kind, at, refs, missing } = fault;
    const spanOf = (one: Missing) => missingBetween(one, facts, ruleSet, settings, asOf);
    const added =
      missing === null ? [] : [addition(missing, spanOf(missing), stays, facts, effectOf)];
    const aside = fault.aside.map((records) => settingAside(records, facts, effectOf));
    const options = fault.isTwice ? [...aside, ...added] : [...added, ...aside];
    options.sort((a, b) => a.open - b.open);
    return { kind, at, refs, repairs: options.map(({ repair }) => repair) };
  });
}

/** The facts with a repair made; a crossing that it adds has no time and the ref "repair". */
export function withRepair(facts: StudentFacts, repair: ChosenRepair): StudentFacts {
  if (repair.kind === "set_aside") {
    const crossings = facts.crossings.filter(({ ref }) => !repair.refs.includes(ref));
    return { ...facts, crossings };
  }
  const direction = repair.kind === "add_exit" ? ("exit" as const) : ("entry" as const);
  const added = { day: repair.day, minute: null, direction, ref: "repair" };
  return { ...facts, crossings: [...facts.crossings, added] };
}

/** A repair, and how many days it leaves open. */
type Option = { repair: Repair; open: number };
type EffectOf = (variant: StudentFacts) => Effect;
type Missing = NonNullable<Fault["missing"]>;

function settingAside(refs: string[], facts: StudentFacts, effectOf: EffectOf): Option {
  const effect = effectOf(withRepair(facts, { kind: "set_aside", refs }));
  return { repair: { kind: "set_aside", refs, effect }, open: daysOpen(effect) };
}

function addition(
  { direction }: Missing,
  between: DaySpan,
  stays: readonly Stay[],
  facts: StudentFacts,
  effectOf: EffectOf,
): Option {
  const kind = direction === "exit" ? ("add_exit" as const) : ("add_entry" as const);
  const effects = new Map<Day | null, Effect>();
  for (let day = between.from; day <= between.to; day = addDays(day, 1)) {
    effects.set(day, effectOf(withRepair(facts, { kind, day })));
  }
  const each = [...effects.values()];
  const likely = likelyDay(stays, direction, between);
  const effectIfLikely = effects.get(likely) ?? null;
  const repair = { kind, between, likely, effect: each.reduce(eitherEffect), effectIfLikely };
  const open = effectIfLikely ? daysOpen(effectIfLikely) : Math.max(...each.map(daysOpen));
  return { repair, open };
}

/** The days on which a missing crossing can have been. */
function missingBetween(
  { after, before }: Missing,
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
): DaySpan {
  if (after !== null) return { from: after.day, to: before.day };
  const since = addDays(before.day, -ENTRY_SOUGHT);
  const days = dayLedger(facts, ruleSet, settings, since, addDays(before.day, -1), asOf);
  const seen = days.findLast(({ reason }) => reason !== "log_gap")?.day;
  return { from: seen === undefined ? since : addDays(seen, 1), to: before.day };
}
