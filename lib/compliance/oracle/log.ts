import type { Crossing } from "../facts";
import { eachDay } from "./calendar";
import { type Ordered, orderOfOneDay } from "./day-order";

type LogProblem = { code: string; at: number };

/** A stay as the log tells it: with both ends, still open, or with one end that lies somewhere between two days. */
export type Piece =
  | { kind: "whole"; entry: number; exit: number }
  | { kind: "open"; entry: number }
  | { kind: "noExit"; entry: number; latestExit: number }
  | { kind: "noEntry"; earliestEntry: number; exit: number };

/** A stay with both its ends; `exit` null: open. */
export type Stay = { entry: number; exit: number | null; recordedExit: boolean };

/** What the crossings up to a day say. */
export type OracleLog = {
  inside: boolean | null;
  insideSince: number | null;
  lastExit: number | null;
  pieces: Piece[];
  problems: LogProblem[];
};

function ordered(known: readonly Crossing[]): Ordered {
  const order: Crossing[] = [];
  const dropped: Crossing[] = [];
  const days = [...new Set(known.map((crossing) => Number(crossing.day)))].sort((a, b) => a - b);
  for (const day of days) {
    const inside = order[order.length - 1]?.direction === "entry";
    const ofDay = orderOfOneDay(
      known.filter((crossing) => crossing.day === day),
      inside,
    );
    order.push(...ofDay.order);
    dropped.push(...ofDay.dropped);
  }
  return { order, dropped };
}

/** The stay that a record ends or shows to have ended, given the record before it; null: none. */
function pieceBefore(
  record: Crossing,
  before: Crossing | undefined,
  unboundedFrom: (x: number) => number,
): Piece | null {
  if (record.direction === "exit") {
    if (before?.direction === "entry") {
      return { kind: "whole", entry: before.day, exit: record.day };
    }
    const earliestEntry = before?.day ?? unboundedFrom(record.day);
    return { kind: "noEntry", earliestEntry, exit: record.day };
  }
  if (before?.direction !== "entry") return null;
  return { kind: "noExit", entry: before.day, latestExit: record.day };
}

function problemOf(piece: Piece): LogProblem[] {
  if (piece.kind === "noEntry") return [{ code: "exit_without_entry", at: piece.exit }];
  return piece.kind === "noExit" ? [{ code: "entry_without_exit", at: piece.entry }] : [];
}

/**
 * Reads the log up to asOf. `unboundedFrom`: the earliest entry before a first exit on x. Throws UnclearDay where the
 * texts do not say how to read it.
 */
export function readLog(
  crossings: readonly Crossing[],
  birth: number | null,
  asOf: number,
  unboundedFrom: (x: number) => number,
): OracleLog {
  const known = crossings.filter(({ day }) => day <= asOf);
  const unborn = known.filter(({ day }) => birth !== null && day < birth);
  const { order, dropped } = ordered(known.filter((one) => !unborn.includes(one)));
  const pieces: Piece[] = [];
  order.forEach((record, i) => {
    const piece = pieceBefore(record, order[i - 1], unboundedFrom);
    if (piece !== null) pieces.push(piece);
  });
  const last = order[order.length - 1];
  if (last?.direction === "entry") pieces.push({ kind: "open", entry: last.day });
  const exits = order.filter(({ direction }) => direction === "exit");
  return {
    inside: last === undefined ? null : last.direction === "entry",
    insideSince: last?.direction === "entry" ? last.day : null,
    lastExit: exits[exits.length - 1]?.day ?? null,
    pieces,
    problems: [
      ...pieces.flatMap(problemOf),
      ...dropped.map(({ day }) => ({ code: "duplicate_crossing", at: day })),
      ...unborn.map(({ day }) => ({ code: "before_birth", at: day })),
    ],
  };
}

/** docs/rules.md, section 6: the entry of the open stay; on the most days the first of entries in a row. */
export function entryOf(
  { pieces, insideSince }: OracleLog,
  which: "most" | "fewest",
): number | null {
  if (insideSince === null || which === "fewest") return insideSince;
  const chain = [...pieces].reverse();
  const other = chain.findIndex(({ kind }) => kind !== "open" && kind !== "noExit");
  const first = (other < 0 ? chain : chain.slice(0, other)).at(-1);
  return first?.kind === "noExit" ? first.entry : insideSince;
}

function staysOf(piece: Piece): Stay[] {
  switch (piece.kind) {
    case "whole":
      return [{ entry: piece.entry, exit: piece.exit, recordedExit: true }];
    case "open":
      return [{ entry: piece.entry, exit: null, recordedExit: false }];
    case "noExit":
      return eachDay(piece.entry, piece.latestExit).map((exit) => ({
        entry: piece.entry,
        exit,
        recordedExit: false,
      }));
    case "noEntry":
      return eachDay(piece.earliestEntry, piece.exit).map((entry) => ({
        entry,
        exit: piece.exit,
        recordedExit: true,
      }));
  }
}

function shortest(stays: readonly Stay[]): Stay[] {
  return [...stays].sort((a, b) => lengthOf(a) - lengthOf(b));
}

function lengthOf({ entry, exit }: Stay): number {
  return (exit ?? entry) - entry;
}

/** The stays with every missing crossing where it makes them shortest, or longest. */
export function extremes(pieces: readonly Piece[]): { fewest: Stay[]; most: Stay[] } {
  const all = pieces.map((piece) => shortest(staysOf(piece)));
  return {
    fewest: all.flatMap((stays) => stays.slice(0, 1)),
    most: all.flatMap((stays) => stays.slice(-1)),
  };
}

/** In how many ways the missing crossings may lie. */
export function countOfCompletions(pieces: readonly Piece[]): number {
  return pieces.reduce((ways, piece) => ways * staysOf(piece).length, 1);
}

/** The stays for every day on which every missing crossing may lie. */
export function completions(pieces: readonly Piece[]): Stay[][] {
  const [first, ...rest] = pieces;
  if (first === undefined) return [[]];
  const later = completions(rest);
  return staysOf(first).flatMap((stay) => later.map((stays) => [stay, ...stays]));
}

/** Some of them, spread over short and long stays alike. */
export function sampledCompletions(pieces: readonly Piece[], count: number): Stay[][] {
  const all = pieces.map((piece) => shortest(staysOf(piece)));
  return eachDay(1, count).map((way) =>
    all.flatMap((stays, i) => stays.slice((way * (7 * i + 13)) % stays.length).slice(0, 1)),
  );
}
