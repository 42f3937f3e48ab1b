import { addDays, type Day } from "@/lib/civil-date/day";
import { knownCrossings } from "../answers/known-crossings";
import type { Crossing, StudentFacts } from "../facts";
import { type Stay, type StayLog, staysOf } from "../stays";
import type { TroubleKind } from "../trouble";

/** A place at which a log is wrong, and how it could be mended, before any effect is known. */
export type Fault = {
  kind: TroubleKind;
  at: Day;
  refs: string[];
  /** The crossing that is missing, after `after` and before `before`; null: none is. */
  missing: { direction: "entry" | "exit"; after: Crossing | null; before: Crossing } | null;
  /** Records that could be set aside, the likeliest first. */
  aside: string[][];
  /** Setting aside is likelier than a missing record. */
  isTwice: boolean;
};

const MINUTES_A_DAY = 1440;
/** Records so close in time may be one. */
const CLOSE = 30;

/** Every fault of a log up to `asOf`, in time order; records after `today` at the end. */
export function faultsOf(facts: StudentFacts, asOf: Day, today: Day): Fault[] {
  const known = knownCrossings(facts);
  const log = staysOf(known, asOf);
  const single = (kind: TroubleKind) => (crossing: Crossing) => oneRecord(kind, crossing);
  return [
    ...facts.crossings.filter((one) => !known.includes(one)).map(single("before_birth")),
    ...repeatedRecords(log, facts),
    ...log.stays.flatMap((stay, index) => faultsOfStay(stay, log.stays, index)),
    ...facts.crossings.filter(({ day }) => day > today).map(single("in_future")),
  ].sort((a, b) => a.at - b.at);
}

function oneRecord(kind: TroubleKind, { day, ref }: Crossing): Fault {
  return { kind, at: day, refs: [ref], missing: null, aside: [[ref]], isTwice: true };
}

function repeatedRecords(log: StayLog, facts: StudentFacts): Fault[] {
  return log.problems
    .filter(({ code }) => code === "duplicate_crossing")
    .flatMap(({ ref }) => facts.crossings.find((crossing) => crossing.ref === ref) ?? [])
    .map((crossing) => oneRecord("duplicate_crossing", crossing));
}

function faultsOfStay(stay: Stay, stays: readonly Stay[], index: number): Fault[] {
  const next = stays[index + 1];
  const faults: Fault[] = [];
  if (stay.entry === null && stay.exit !== null) {
    const before = stays[index - 1]?.exit ?? null;
    faults.push(notFollowing("entry", before, stay.exit, insertedPair(stays, index - 2)));
  }
  if (stay.exit === null && stay.entry !== null && next?.entry) {
    faults.push(notFollowing("exit", stay.entry, next.entry, insertedPair(stays, index)));
  }
  faults.push(...visitOfMinutes(stay.entry, stay.exit));
  faults.push(...visitOfMinutes(stay.exit, next?.entry ?? null));
  return faults;
}

/** Two records of one direction after each other: the other direction between them is missing, or one is too many. */
function notFollowing(
  direction: "entry" | "exit",
  after: Crossing | null,
  before: Crossing,
  inserted: string[] | null,
): Fault {
  const refs = after === null ? [before.ref] : [after.ref, before.ref];
  const single = after === null ? [[before.ref]] : [[before.ref], [after.ref]];
  const fault = {
    at: (direction === "exit" ? (after ?? before) : before).day,
    refs,
    missing: { direction, after, before },
    aside: single,
    isTwice: false,
  };
  const code = direction === "exit" ? "entry_without_exit" : "exit_without_entry";
  if (after === null) return { ...fault, kind: code };
  if (isClose(after, before)) {
    const kind = after.day === before.day ? "duplicate_crossing" : "midnight_pair";
    return { ...fault, kind, isTwice: true };
  }
  if (!isOtherDocument(after, before)) return { ...fault, kind: code };
  const aside = inserted === null ? single : [inserted, ...single];
  return { ...fault, kind: "two_documents", aside, isTwice: inserted !== null };
}

/** A whole stay under one document inside a stay under another, which begins with the stay at `index`. */
function insertedPair(stays: readonly Stay[], index: number): string[] | null {
  const [outer, inner, rest] = [stays[index], stays[index + 1], stays[index + 2]];
  if (!outer?.entry || outer.exit || !inner?.entry || !inner.exit || !rest?.exit || rest.entry) {
    return null;
  }
  const isPair =
    !isOtherDocument(inner.entry, inner.exit) && !isOtherDocument(outer.entry, rest.exit);
  return isPair && isOtherDocument(outer.entry, inner.entry)
    ? [inner.entry.ref, inner.exit.ref]
    : null;
}

function isOtherDocument(a: Crossing, b: Crossing): boolean {
  const [one, other] = [a.document ?? null, b.document ?? null];
  return one !== null && other !== null && one !== other;
}

/** In and out, or out and in, within minutes around midnight: two days for one visit. */
function visitOfMinutes(first: Crossing | null, second: Crossing | null): Fault[] {
  if (first === null || second === null) return [];
  if (second.day !== addDays(first.day, 1) || !isClose(first, second)) return [];
  const refs = [first.ref, second.ref];
  return [
    { kind: "midnight_pair", at: first.day, refs, missing: null, aside: [refs], isTwice: true },
  ];
}

function isClose(first: Crossing, second: Crossing): boolean {
  if (first.minute === null || second.minute === null) return false;
  const days = second.day - first.day;
  return days * MINUTES_A_DAY + second.minute - first.minute <= CLOSE;
}
