import { readMoment } from "../values/moment";
import type { Shape } from "./row-shape";

/** What is known of the times of day of a file; shared by all its rows. */
export type FileTimes = {
  /** True: every time of day is 00:00, as systems write that keep days only. Null: nobody has looked. */
  areMidnight: boolean | null;
  /** True: a row says 00:00, and it must be found out whether all do. */
  asked: boolean;
  /** True: a row has told that the file has no times. */
  told: boolean;
};

export function unknownTimes(): FileTimes {
  return { areMidnight: null, asked: false, told: false };
}

type Cells = readonly string[];

/** True where a row says 00:00 and nobody knows yet whether all do. */
export function askForTimes({ asked, areMidnight }: FileTimes): boolean {
  return asked && areMidnight === null;
}

/** Finds out whether all rows that give a time of day say 00:00, of all rows from the beginning up to the first that does not. */
export async function settleTimes(
  times: FileTimes,
  rows: AsyncIterable<{ cells: Cells }>,
  readers: readonly { shape: Shape }[],
): Promise<void> {
  for await (const { cells } of rows) {
    if (readers.some(({ shape }) => hasTime(shape, cells))) {
      times.areMidnight = false;
      return;
    }
  }
  times.areMidnight = true;
}

function hasTime(shape: Shape, cells: Cells): boolean {
  const place = shape.columns.get("at");
  const made = place === undefined ? null : shape.cells(cells);
  if (place === undefined || made === null) return false;
  // Any order and century will do where only the time is asked for.
  const moment = readMoment(made[place]?.trim() ?? "", "dayFirst", true, () => 2000);
  return moment.ok && moment.minute !== null && moment.minute > 0;
}
