import type { Crossing } from "../facts";
import { eachDay } from "./calendar";
import { type Ordered, orderOfOneDay } from "./day-order";

type LogProblem = { code: string; at: number };

/** What the crossings up to a day say, under the fewest and the most days that they allow. */
export type OracleLog = {
  inside: boolean | null;
  insideSince: number | null;
  lastExit: number | null;
  exits: number[];
  fewest: Set<number>;
  most: Set<number>;
  problems: LogProblem[];
};

function ordered(crossings: readonly Crossing[], asOf: number): Ordered {
  const order: Crossing[] = [];
  const dropped: Crossing[] = [];
  const known = crossings.filter((crossing) => crossing.day <= asOf);
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

/**
 * What one record tells, given the record before it: the first day of the presence that it closes, under the
 * fewest and under the most days, and the last under both. Null: it opens a stay.
 */
function closes(
  record: Crossing,
  before: Crossing | undefined,
  unboundedFrom: (x: number) => number,
): { fewest: number[]; most: number[]; problem?: LogProblem } | null {
  const wasInside = before?.direction === "entry";
  if (record.direction === "exit" && before !== undefined && wasInside) {
    const stay = eachDay(before.day, record.day);
    return { fewest: stay, most: stay };
  }
  if (record.direction === "exit") {
    const since = before?.day ?? unboundedFrom(record.day);
    const problem = { code: "exit_without_entry", at: record.day };
    return { fewest: [record.day], most: eachDay(since, record.day), problem };
  }
  if (before === undefined || !wasInside) return null;
  const problem = { code: "entry_without_exit", at: before.day };
  return { fewest: [before.day], most: eachDay(before.day, record.day), problem };
}

/** One record after another. `unboundedFrom`: where the most days begin before a first exit on x. */
function walk(order: readonly Crossing[], log: OracleLog, unboundedFrom: (x: number) => number) {
  let before: Crossing | undefined;
  for (const record of order) {
    if (record.direction === "exit") log.exits.push(record.day);
    const told = closes(record, before, unboundedFrom);
    for (const d of told?.fewest ?? []) log.fewest.add(d);
    for (const d of told?.most ?? []) log.most.add(d);
    if (told?.problem) log.problems.push(told.problem);
    before = record;
  }
}

/** Reads the log up to asOf. Throws UnclearDay where the texts do not say how to read it. */
export function readLog(
  crossings: readonly Crossing[],
  asOf: number,
  unboundedFrom: (x: number) => number,
): OracleLog {
  const { order, dropped } = ordered(crossings, asOf);
  const last = order[order.length - 1];
  const log: OracleLog = {
    inside: last === undefined ? null : last.direction === "entry",
    insideSince: last?.direction === "entry" ? last.day : null,
    lastExit: null,
    exits: [],
    fewest: new Set(),
    most: new Set(),
    problems: dropped.map((record) => ({ code: "duplicate_crossing", at: record.day })),
  };
  walk(order, log, unboundedFrom);
  for (const exit of log.exits) log.lastExit = exit;
  for (const d of log.insideSince === null ? [] : eachDay(log.insideSince, asOf)) {
    log.fewest.add(d);
    log.most.add(d);
  }
  return log;
}
