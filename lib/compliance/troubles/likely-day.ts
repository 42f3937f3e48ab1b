import { addDays, type Day } from "@/lib/civil-date/day";
import { type DaySpan, earlier, later } from "@/lib/civil-date/day-range";
import type { Stay } from "../stays";

/** Stays and absences so many days around a gap say how long they usually are. */
const AROUND = 180;
/** Fewer whole stays or absences show no rhythm. */
const FEWEST = 3;
/** Absences longer than this, from exit to entry, are no visits home. */
const LONGEST_ABSENCE = 60;

/**
 * The day on which a missing crossing most likely was, by how long the person's other stays and absences
 * last: a guess, within `between`. null: too few of them are known.
 */
export function likelyDay(
  stays: readonly Stay[],
  direction: "entry" | "exit",
  between: DaySpan,
): Day | null {
  const near = stays.filter(
    ({ most }) => most.to >= between.from - AROUND && most.from <= between.to + AROUND,
  );
  const stay = usual(near.flatMap(stayLength));
  const absence = usual(near.flatMap((one, index) => absenceAfter(one, near[index + 1])));
  const isForTheDay = stay !== null && stay <= 1;
  const isExit = direction === "exit";
  const length = isForTheDay ? stay : absence;
  if (length === null) return null;
  const fromStart = isForTheDay === isExit;
  const guess = fromStart ? addDays(between.from, length) : addDays(between.to, -length);
  return later(between.from, earlier(between.to, guess));
}

function stayLength({ entry, exit }: Stay): number[] {
  return entry === null || exit === null ? [] : [exit.day - entry.day];
}

function absenceAfter({ exit }: Stay, next: Stay | undefined): number[] {
  const entry = next?.entry ?? null;
  if (exit === null || entry === null) return [];
  const days = entry.day - exit.day;
  return days <= LONGEST_ABSENCE ? [days] : [];
}

/** The median, or null where too few are known. */
function usual(lengths: readonly number[]): number | null {
  if (lengths.length < FEWEST) return null;
  return [...lengths].sort((a, b) => a - b)[lengths.length >> 1] ?? null;
}
