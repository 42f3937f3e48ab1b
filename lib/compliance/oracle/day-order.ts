import type { Crossing } from "../facts";

/** A day on which several readings of timed and date-only records are equally good: the texts leave it open. */
export class UnclearDay extends Error {}

export type Ordered = { order: Crossing[]; dropped: Crossing[] };

function without<T>(list: readonly T[], item: T): T[] {
  return list.filter((other) => other !== item);
}

/** Some order of all records that alternates from the state and keeps timed ones in time; or null. */
function alternatingOrder(records: readonly Crossing[], inside: boolean): Crossing[] | null {
  if (records.length === 0) return [];
  const earliest = Math.min(...records.map((record) => record.minute ?? 9999));
  for (const record of records) {
    const mayBeNext = record.minute === null || record.minute === earliest;
    if (!mayBeNext || record.direction !== (inside ? "exit" : "entry")) continue;
    const rest = alternatingOrder(without(records, record), !inside);
    if (rest !== null) return [record, ...rest];
  }
  return null;
}

/** Timed records that do not alternate: by the clock; at one minute the direction that fits goes first. */
function byTheClock(records: readonly Crossing[], inside: boolean): Crossing[] {
  const order: Crossing[] = [];
  let left = [...records];
  let state = inside;
  while (left.length > 0) {
    const earliest = Math.min(...left.map((record) => record.minute ?? 9999));
    const now = left.filter((record) => record.minute === earliest);
    const fitting = now.find((record) => record.direction === (state ? "exit" : "entry"));
    for (const record of [fitting ?? now[0]]) {
      if (record === undefined) continue;
      order.push(record);
      left = without(left, record);
      state = record.direction === "entry";
    }
  }
  return order;
}

/** Date-only records: alternate as long as possible; what is left over repeats a record or breaks the log. */
function byAlternation(records: readonly Crossing[], inside: boolean): Ordered {
  const order: Crossing[] = [];
  let left = [...records];
  let state = inside;
  for (;;) {
    const next = left.find((record) => record.direction === (state ? "exit" : "entry"));
    if (next === undefined) break;
    order.push(next);
    left = without(left, next);
    state = !state;
  }
  const dropped: Crossing[] = [];
  for (const record of left) {
    if (order.some((used) => used.direction === record.direction)) dropped.push(record);
    else order.push(record);
  }
  return { order, dropped };
}

function interleavings(timed: readonly Crossing[], loose: readonly Crossing[]): Crossing[][] {
  if (timed.length === 0 && loose.length === 0) return [[]];
  const heads: [Crossing, readonly Crossing[], readonly Crossing[]][] = loose.map((one) => [
    one,
    timed,
    without(loose, one),
  ]);
  const [next, ...later] = timed;
  if (next !== undefined) heads.push([next, later, loose]);
  return heads.flatMap(([head, restTimed, restLoose]) =>
    interleavings(restTimed, restLoose).map((rest) => [head, ...rest]),
  );
}

function broken(order: readonly Crossing[], inside: boolean): number {
  let state = inside;
  let count = 0;
  for (const record of order) {
    if (record.direction !== (state ? "exit" : "entry")) count += 1;
    state = record.direction === "entry";
  }
  return count;
}

function subsets(list: readonly Crossing[]): Crossing[][] {
  const [first, ...rest] = list;
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((subset) => [subset, [first, ...subset]]);
}

/** Timed and date-only records together: the order with the fewest breaks, then with the fewest dropped. */
function mixedDay(records: readonly Crossing[], inside: boolean): Ordered {
  const timed = byTheClock(
    records.filter((record) => record.minute !== null),
    inside,
  );
  const loose = records.filter((record) => record.minute === null);
  const candidates = subsets(loose)
    .filter((kept) =>
      loose.every((one) =>
        [...kept, ...timed].some((other) => other === one || other.direction === one.direction),
      ),
    )
    .flatMap((kept) => interleavings(timed, kept))
    .map((order) => {
      const dropped = loose.filter((one) => !order.includes(one));
      return { order, dropped, cost: broken(order, inside) * 100 + dropped.length };
    });
  const least = Math.min(...candidates.map((one) => one.cost));
  const best = candidates.filter((one) => one.cost === least);
  const ways = new Set(best.map((one) => one.order.map((record) => record.direction).join()));
  const [chosen] = best;
  if (chosen === undefined || ways.size > 1) throw new UnclearDay();
  return chosen;
}

function isTwin(a: Crossing, b: Crossing): boolean {
  return a.minute === b.minute && a.direction === b.direction;
}

/**
 * The records of one day, one after another, and those that only repeat another one. `inside`: the state before.
 * Throws UnclearDay where several readings are equally good.
 */
export function orderOfOneDay(records: readonly Crossing[], inside: boolean): Ordered {
  const kept: Crossing[] = [];
  const dropped: Crossing[] = [];
  for (const record of records) {
    const again = record.minute !== null && kept.some((other) => isTwin(other, record));
    (again ? dropped : kept).push(record);
  }
  const alternating = alternatingOrder(kept, inside);
  if (alternating !== null) return { order: alternating, dropped };
  const dateOnly = kept.filter((record) => record.minute === null).length;
  if (dateOnly === 0) return { order: byTheClock(kept, inside), dropped };
  const rest = dateOnly < kept.length ? mixedDay(kept, inside) : byAlternation(kept, inside);
  return { order: rest.order, dropped: [...dropped, ...rest.dropped] };
}
