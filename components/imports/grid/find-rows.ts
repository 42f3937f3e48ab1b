import { type GridRow, WINDOW } from "@/lib/db/import/grid-words";

/** Gives the rows of a window; null where there is none, or it cannot be fetched. */
type Bring = (window: number) => Promise<readonly GridRow[] | null>;

/** Where a row is that was looked for; where it is not shown, the next that is, else the last. */
export type FoundPlace = { place: number; rowNo: number };

/** The window in which a row of this number is, or would be. */
function windowOf(anchors: readonly number[], rowNo: number): number {
  let [from, to] = [0, anchors.length];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if ((anchors[middle] ?? 0) <= rowNo) from = middle;
    else to = middle;
  }
  return from;
}

/** Looks for a row by its number, with windows that begin at `anchors`. Null: nothing is shown, or nothing can be fetched. */
export async function findPlace(
  bring: Bring,
  anchors: readonly number[],
  rowNo: number,
): Promise<FoundPlace | null> {
  const window = windowOf(anchors, rowNo);
  const rows = await bring(window);
  if (rows === null) return null;
  const within = rows.findIndex((row) => row.rowNo >= rowNo);
  const next = anchors[window + 1];
  if (within < 0 && next !== undefined) return { place: (window + 1) * WINDOW, rowNo: next };
  const at = within < 0 ? rows.length - 1 : within;
  const row = rows[at];
  return row === undefined ? null : { place: window * WINDOW + at, rowNo: row.rowNo };
}

/** So many rows from a place on; null where they are not all there, or cannot be fetched. */
export async function rowsFrom(
  bring: Bring,
  place: number,
  count: number,
): Promise<GridRow[] | null> {
  const found: GridRow[] = [];
  while (found.length < count) {
    const at = place + found.length;
    const rows = await bring(Math.floor(at / WINDOW));
    const some = rows?.slice(at % WINDOW, (at % WINDOW) + count - found.length) ?? [];
    if (some.length === 0) return null;
    found.push(...some);
  }
  return found;
}
