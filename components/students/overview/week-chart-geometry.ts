import { civilDate, type Day } from "@/lib/civil-date/day";

type Week = { monday: Day; count: number; cumulated: number };

/** A week's column: what came in earlier weeks, and on top of it what this week adds. x in per cent, y in pixels from above. */
export type WeekColumn = {
  monday: Day;
  left: number;
  width: number;
  before: { y: number; height: number };
  added: { y: number; height: number };
};

export type WeekChart = {
  columns: WeekColumn[];
  /** Lines of the scale, the lowest first; never none. */
  ticks: { value: number; y: number }[];
  /** The first week that begins in each month, and where; the first week of all stands for its own if there is room. */
  months: { monday: Day; left: number }[];
};

/** Part of a column's room that stays empty. */
const GAP = 0.18;
const MOST_TICKS = 4;
/** Weeks that the name of a month takes up on a telephone. */
const FEWEST_WEEKS = 4;

/** The weeks as a staircase of `height` pixels: on one scale how many each week adds and how many it comes to. */
export function drawWeeks(weeks: readonly Week[], height: number): WeekChart {
  const step = stepFor(weeks.at(-1)?.cumulated ?? 0);
  const top = Math.max(1, Math.ceil((weeks.at(-1)?.cumulated ?? 0) / step)) * step;
  const pixels = (value: number) => (value / top) * height;
  const room = 100 / weeks.length;
  return {
    columns: weeks.map(({ monday, count, cumulated }, index) => ({
      monday,
      left: (index + GAP / 2) * room,
      width: (1 - GAP) * room,
      before: { y: height - pixels(cumulated - count), height: pixels(cumulated - count) },
      added: { y: height - pixels(cumulated), height: pixels(count) },
    })),
    ticks: Array.from({ length: top / step + 1 }, (_, index) => ({
      value: index * step,
      y: height - pixels(index * step),
    })),
    months: legible(
      weeks.flatMap(({ monday }, index) => {
        const before = weeks[index - 1];
        const isNew = before === undefined || monthOf(before.monday) !== monthOf(monday);
        return isNew ? [{ monday, left: index * room }] : [];
      }),
      room,
    ),
  };
}

/** Without the first month where it is cut so short that its name would run into the next one's. */
function legible(months: WeekChart["months"], room: number): WeekChart["months"] {
  const [first, second] = months;
  const isShort = first && second && second.left - first.left < FEWEST_WEEKS * room;
  return isShort ? months.slice(1) : months;
}

function monthOf(day: Day): number {
  return civilDate(day).month;
}

/** The smallest of 1, 2, 5, 10, 20, 50 … with which the scale has few enough lines. */
function stepFor(most: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].map((n) => n * power).find((n) => most / n <= MOST_TICKS);
    if (step !== undefined) return step;
  }
}
