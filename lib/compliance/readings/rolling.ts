import { isDone, noteExit, noteOver, type Reckoning } from "./reckoning";
import { at, countIn, type Runs } from "./runs";

/**
 * Any window of W days that ends on the day (SBC-6: international practice). Used grows by a day's weight and
 * falls by that of the day that leaves the window: two fingers over the same runs.
 */
export function reckonRolling(reckoning: Reckoning, runs: Runs): void {
  const { size, from, to, weight, before, forgotten } = runs;
  const { limit, span } = reckoning;
  let back = reckoning.back;
  let index = reckoning.next;
  for (; index < size && !isDone(reckoning); index++) {
    const adds = at(weight, index);
    const first = at(from, index);
    const last = at(to, index);
    const total = at(before, index) + adds * (last - first + 1);
    // The back finger follows only where what it has passed so far leaves more than the limit.
    // Stryker disable next-line EqualityOperator,ArithmeticOperator,MethodExpression: only decides whether to look closer
    if (adds === 0 || total - Math.max(at(before, back), at(forgotten, index)) <= limit) continue;
    const backOnFirst = back;
    // Where no day weighs more than those of the run, used never falls in it: its last day tells. Else what it could reach.
    const left = (adds >= runs.heaviest ? last : first) - span;
    while (at(to, back) <= left) back += 1;
    // Stryker disable next-line EqualityOperator,ArithmeticOperator,MethodExpression: only decides whether a run is looked into
    if (total - Math.max(countIn(runs, back, left), at(forgotten, index)) > limit) {
      lookInto(reckoning, runs, index, backOnFirst);
    }
  }
  reckoning.next = index;
  reckoning.back = back;
}

/** Cuts a run where the window's back edge meets the border of a run: between cuts, used is a straight line. */
function lookInto(reckoning: Reckoning, runs: Runs, index: number, firstBack: number): void {
  const last = at(runs.to, index);
  let back = firstBack;
  let day = at(runs.from, index);
  while (day <= last && !isDone(reckoning)) {
    const left = day - reckoning.span;
    while (at(runs.to, back) <= left) back += 1;
    day = noteLine(reckoning, runs, index, back, day) + 1;
  }
  noteExit(reckoning, runs, index);
}

/** Notes one straight line of used, from `day` on; the window's back edge is in or before the run `back`. Its last day. */
function noteLine(
  reckoning: Reckoning,
  runs: Runs,
  index: number,
  back: number,
  day: number,
): number {
  const forgotten = at(runs.forgotten, index);
  const adds = at(runs.weight, index);
  const left = day - reckoning.span;
  const leftOfBack = left - at(runs.from, back) + 1;
  const before = at(runs.before, back);
  const leaving = before < forgotten ? 0 : at(runs.weight, back);
  const isLeaving = leftOfBack >= 0;
  const edge = isLeaving ? at(runs.to, back) : at(runs.from, back) - 1;
  const end = Math.min(at(runs.to, index), edge + reckoning.span);
  const gone = Math.max(forgotten, isLeaving ? before + leaving * leftOfBack : before);
  const counted = at(runs.before, index) + adds * (day - at(runs.from, index) + 1);
  noteOver(reckoning, day, end, counted - gone, isLeaving ? adds - leaving : adds);
  return end;
}
