import { civilDate, type Day } from "@/lib/civil-date/day";
import type { EntryDay, StayLength } from "@/lib/compliance/entry-calendar";

/** Units of the drawing: a day is so wide, the longest stay so high; below lies a line for closed days. */
export const DAY_WIDTH = 3;
export const HEIGHT = 96;
const TOP = 4;
const FLOOR = HEIGHT - 8;
const HATCH = 4;

/** A path for each kind of ink; an empty one draws nothing. */
export type EntryDrawing = {
  width: number;
  /** Full of the days that may be stayed. */
  stays: string;
  /** Where nothing ends the stay: hatched up to the top. */
  unlimited: string;
  /** Entry is closed: crossed out on the floor. */
  closed: string;
  unknown: string;
  floor: string;
  /** The first day of each month inside, in days from the start. */
  months: { day: Day; index: number }[];
  /** Stays at which a level line is drawn, and how high. */
  levels: { stay: number; y: number }[];
};

/** Draws the longest stay by day of entry. `highest`: the stay that reaches the top. */
export function drawEntries(days: readonly EntryDay[], highest: number): EntryDrawing {
  const boxes = (isKind: (stay: StayLength) => boolean) =>
    days.flatMap(({ stay }, index) => (isKind(stay) ? [{ stay, left: index * DAY_WIDTH }] : []));
  const width = days.length * DAY_WIDTH;
  const heightOf = (stay: StayLength) =>
    typeof stay === "number" ? (Math.min(stay, highest) / highest) * (FLOOR - TOP) : FLOOR - TOP;
  const bar = ({ stay, left }: { stay: StayLength; left: number }) =>
    `M${left} ${FLOOR}v${-n(heightOf(stay))}h${DAY_WIDTH}V${FLOOR}z`;
  return {
    width,
    stays: boxes((stay) => typeof stay === "number" && stay > 0)
      .map(bar)
      .join(""),
    unlimited: boxes((stay) => stay === "unlimited")
      .flatMap(({ left }) => ruling(left))
      .join(""),
    closed: boxes((stay) => stay === 0)
      .map(({ left }) => `M${left} ${FLOOR + 6}l${DAY_WIDTH} -6`)
      .join(""),
    unknown: boxes((stay) => stay === "unknown")
      .map(({ left }, index, all) =>
        all[index - 1]?.left === left - DAY_WIDTH
          ? `h${DAY_WIDTH}`
          : `M${left} ${(FLOOR + TOP) / 2}h${DAY_WIDTH}`,
      )
      .join(""),
    floor: `M0 ${FLOOR}H${width}`,
    months: monthsIn(days),
    levels: levelsTo(highest).map((stay) => ({ stay, y: n(FLOOR - heightOf(stay)) })),
  };
}

/** Level lines over a day. */
function ruling(left: number): string[] {
  const lines: string[] = [];
  for (let y = FLOOR - HATCH; y >= TOP; y -= HATCH) lines.push(`M${left} ${y}h${DAY_WIDTH}`);
  return lines;
}

function monthsIn(days: readonly EntryDay[]): EntryDrawing["months"] {
  return days.flatMap(({ day }, index) =>
    index > 0 && civilDate(day).dayOfMonth === 1 ? [{ day, index }] : [],
  );
}

/** The top, and what divides it into thirds. */
function levelsTo(highest: number): number[] {
  const third = Math.round(highest / 3);
  return third > 0 && third * 2 < highest ? [third, third * 2, highest] : [highest];
}

/** Shorter stays do not reach the top. */
const LOWEST_TOP = 30;

/** The stay that reaches the top: the longest that is counted in days. */
export function highestStay(days: readonly EntryDay[]): number {
  const stays = days.map(({ stay }) => (typeof stay === "number" ? stay : 0));
  return Math.max(LOWEST_TOP, ...stays);
}

function n(value: number): number {
  return Math.round(value * 100) / 100;
}
