import { addDays, civilDate, type Day, weekday } from "@/lib/civil-date/day";
import { earlier, later } from "@/lib/civil-date/day-range";
import { type DayStripData, isPlanned, letterAt, type StripLetter } from "./day-strip-data";

/** One line of days: which days, and where on the drawing they lie. Lengths are in drawing units. */
export type Band = {
  from: Day;
  to: Day;
  dayWidth: number;
  /** Empty space at the end of each day; 0 lets days run together. */
  gap: number;
  /** Upper edge and height of the cells. Above them is the bracket, below them the grounds. */
  top: number;
  height: number;
  /** Distance between the lines of the hatching. */
  hatch: number;
};

/** The drawing of a band: one SVG path for each kind of ink. An empty string draws nothing. */
export type BandShapes = Record<
  | "counted"
  | "plannedHatch"
  | "plannedFrame"
  | "pausedFrame"
  | "pausedHatch"
  | "notCounted"
  | "unknown"
  | "baseline"
  | "weekends"
  | "months"
  | "grounds"
  | "plannedGrounds"
  | "bracket"
  | "limit"
  | "limitFlag"
  | "asOf",
  string
>;

type Box = { left: number; right: number; top: number; bottom: number };

/** Draws the days of a band. The small strip of a table and the months of a year both come from here. */
export function drawBand(data: DayStripData, band: Band): BandShapes {
  const runs = runsOf(data, band);
  const boxes = (...letters: StripLetter[]) =>
    runs.filter(({ letter }) => letters.includes(letter)).map((run) => boxOf(band, run));
  const paused = boxes("p");
  const counted = runs.filter(({ letter }) => letter === "c");
  const planned = runs.filter((run) => run.planned && run.letter !== "-");
  const bottom = band.top + band.height;
  return {
    counted: counted
      .filter((run) => !run.planned)
      .map((run) => rectangle(boxOf(band, run)))
      .join(""),
    plannedHatch: counted
      .filter((run) => run.planned)
      .map((run) => ruling(boxOf(band, run), band.hatch))
      .join(""),
    plannedFrame: planned.map((run) => rectangle(inset(boxOf(band, run), 0.5))).join(""),
    pausedFrame: paused.map((box) => rectangle(inset(box, 0.5))).join(""),
    pausedHatch: paused.map((box) => hatching(box, band.hatch)).join(""),
    notCounted: boxes("n").map(low).map(rectangle).join(""),
    unknown: boxes("u")
      .map((box) => line(box.left, bottom - band.height / 2, box.right))
      .join(""),
    baseline: boxes("c", "p", "o", "n", "u")
      .map((box) => line(box.left, bottom, box.right))
      .join(""),
    weekends: weekendsOf(band),
    months: monthLines(band),
    grounds: groundBars(data, band, false).map(rectangle).join(""),
    plannedGrounds: groundBars(data, band, true)
      .map((box) => rectangle(inset(box, 0.5)))
      .join(""),
    bracket: windowBracket(data, band),
    ...limitMark(data, band),
    asOf: asOfMark(data, band),
  };
}

type Run = { letter: StripLetter; planned: boolean; from: Day; to: Day };

/** Neighbouring days of one kind as one run; with a gap between days, each day is its own run. */
function runsOf(data: DayStripData, band: Band): Run[] {
  const runs: Run[] = [];
  for (let day = band.from; day <= band.to; day = addDays(day, 1)) {
    const letter = letterAt(data, day);
    const planned = isPlanned(data, day);
    const previous = runs.at(-1);
    if (letter === null) continue;
    const isAlike = previous?.letter === letter && previous.planned === planned;
    if (band.gap === 0 && isAlike && previous.to === day - 1) previous.to = day;
    else runs.push({ letter, planned, from: day, to: day });
  }
  return runs;
}

function boxOf(band: Band, { from, to }: { from: Day; to: Day }): Box {
  return {
    left: leftOf(band, from),
    right: leftOf(band, addDays(to, 1)) - band.gap,
    top: band.top,
    bottom: band.top + band.height,
  };
}

function leftOf(band: Band, day: Day): number {
  return (day - band.from) * band.dayWidth;
}

/** Diagonals from below left to above right, cut off at the box; they continue from box to box. */
function hatching({ left, right, top, bottom }: Box, distance: number): string {
  const height = bottom - top;
  const lines: string[] = [];
  const first = Math.ceil((left - height) / distance) * distance;
  for (let foot = first; foot < right; foot += distance) {
    const from = Math.max(foot, left);
    const to = Math.min(foot + height, right);
    if (from < to) lines.push(segment(from, bottom - (from - foot), to, bottom - (to - foot)));
  }
  return lines.join("");
}

/** Level lines, as close as hatching: a day that a plan counts. */
function ruling({ left, right, top, bottom }: Box, distance: number): string {
  const lines: string[] = [];
  for (let y = bottom - distance * 0.75; y > top; y -= distance * 0.75) {
    lines.push(line(left, y, right));
  }
  return lines.join("");
}

function weekendsOf(band: Band): string {
  if (band.gap === 0) return "";
  return daysOf(band)
    .filter((day) => weekday(day) > 5)
    .map((day) => rectangle({ ...boxOf(band, { from: day, to: day }) }))
    .join("");
}

/** A line before the first day of each month inside the band; none where the band begins with one. */
function monthLines(band: Band): string {
  return daysOf(band)
    .filter((day) => day > band.from && civilDate(day).dayOfMonth === 1)
    .map((day) => {
      const x = leftOf(band, day);
      return segment(x, band.top - 2, x, band.top + band.height + 2);
    })
    .join("");
}

/** Under the cells; where grounds overlap their bars lie over each other. */
function groundBars({ grounds = [] }: DayStripData, band: Band, planned: boolean): Box[] {
  const top = band.top + band.height + 2;
  return grounds
    .filter((ground) => (ground.planned ?? false) === planned)
    .map((range) => clip(range, band))
    .filter((range) => range !== null)
    .map((range) => ({ ...boxOf(band, range), top, bottom: top + (planned ? 3.5 : 2.5) }));
}

/** Over the cells: its feet stand where the window really begins and ends, not where the band does. */
function windowBracket({ window }: DayStripData, band: Band): string {
  const shown = window ? clip(window, band) : null;
  if (!window || shown === null) return "";
  const { left, right } = boxOf(band, shown);
  const roof = band.top - 3.25;
  const foot = band.top - 0.5;
  const begins =
    shown.from === window.from
      ? `M${n(left + 0.5)} ${n(foot)}V${n(roof)}`
      : `M${n(left)} ${n(roof)}`;
  const ends = shown.to === window.to ? `H${n(right - 0.5)}V${n(foot)}` : `H${n(right + band.gap)}`;
  return begins + ends;
}

/** A mast before the day and a flag on it. */
function limitMark({ limitOn }: DayStripData, band: Band): { limit: string; limitFlag: string } {
  if (!isIn(limitOn, band)) return { limit: "", limitFlag: "" };
  const x = leftOf(band, limitOn) - band.gap / 2;
  const top = band.top - 3.5;
  return {
    limit: segment(x, top, x, band.top + band.height + 2),
    limitFlag: `M${n(x)} ${n(top)}h7l-2.25 2.5l2.25 2.5h-7z`,
  };
}

/** A wedge from below, pointing at the day. */
function asOfMark({ asOf }: DayStripData, band: Band): string {
  if (!isIn(asOf, band)) return "";
  const { left, right, bottom } = boxOf(band, { from: asOf, to: asOf });
  const middle = (left + right) / 2;
  return `M${n(middle)} ${n(bottom + 1)}l3 4.5h-6z`;
}

function daysOf({ from, to }: Band): Day[] {
  return Array.from({ length: to - from + 1 }, (_, index) => addDays(from, index));
}

function isIn(day: Day | null | undefined, { from, to }: Band): day is Day {
  return day !== null && day !== undefined && from <= day && day <= to;
}

function clip(range: { from: Day; to: Day | null }, band: Band): { from: Day; to: Day } | null {
  const from = later(range.from, band.from);
  const to = range.to === null ? band.to : earlier(range.to, band.to);
  return from > to ? null : { from, to };
}

/** The lower part of a box: there, but not at its full height. */
function low({ top, bottom, ...sides }: Box): Box {
  return { ...sides, top: bottom - (bottom - top) * 0.4, bottom };
}

function inset({ left, right, top, bottom }: Box, by: number): Box {
  return {
    left: left + by,
    right: Math.max(right - by, left + by),
    top: top + by,
    bottom: bottom - by,
  };
}

function rectangle({ left, right, top, bottom }: Box): string {
  return `M${n(left)} ${n(top)}H${n(right)}V${n(bottom)}H${n(left)}Z`;
}

function line(left: number, y: number, right: number): string {
  return `M${n(left)} ${n(y)}H${n(right)}`;
}

function segment(x1: number, y1: number, x2: number, y2: number): string {
  return `M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`;
}

/** Two decimals are finer than any printer. */
function n(value: number): number {
  return Math.round(value * 100) / 100;
}
