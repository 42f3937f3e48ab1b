/** Heights in px. A file's rows may be higher than any browser lays a page out (33 million px, in Firefox 17 million). */
export const MOST_HEIGHT = 12_000_000;
/** Rows that are kept around those in sight, on either side. */
const AROUND = 8;
/** Lines stand at distances from one of their own, which stay small: positions of millions of px are rounded. */
const ROWS_OF_BASE = 4096;

/** A list that scrolls: `rowHeight` and `seen`, the height in which rows are seen at once, in px. */
export type Track = { total: number; rowHeight: number; seen: number };

const heightOfRows = ({ total, rowHeight }: Track) => total * rowHeight;

/** How high the list is in the page: as high as its rows, or as high as it may be. */
export const heightInPage = (track: Track) => Math.min(heightOfRows(track), MOST_HEIGHT);

/** Px of rows that go by with one px of the page: 1 unless there are very many. */
function rate(track: Track): number {
  const [whole, inPage] = [heightOfRows(track) - track.seen, heightInPage(track) - track.seen];
  return inPage <= 0 ? 1 : whole / inPage;
}

const lastOffset = (track: Track) => Math.max(0, heightOfRows(track) - track.seen);

/** How much of the rows is above what is seen (their offset), where the page is scrolled so far. */
export function offsetAt(track: Track, scrollTop: number): number {
  return Math.min(lastOffset(track), Math.max(0, scrollTop) * rate(track));
}

/** How far the page is scrolled for that; browsers round it, so that a px of the page may be many rows. */
export const scrollFor = (track: Track, offset: number) => offset / rate(track);

/** The first row and the last one that are in the page: those in sight and some around them; -1 where there is none. */
export function rowsAt(track: Track, offset: number): { first: number; last: number } {
  const row = (at: number) => Math.floor(at / track.rowHeight);
  return {
    first: Math.max(0, row(offset) - AROUND),
    last: Math.min(track.total - 1, row(offset + track.seen) + AROUND),
  };
}

/** The nearest offset at which a row is wholly in sight. */
export function offsetShowing({ rowHeight, seen }: Track, offset: number, row: number): number {
  const top = row * rowHeight;
  return top < offset ? top : Math.max(offset, top + rowHeight - seen);
}

/** The row from which the lines in sight are counted, where `first` is the first of them. */
export const baseRowOf = (first: number) => first - (first % ROWS_OF_BASE);

/** Where the line of the base row stands in the list, in px of the page. */
export function topOfBase(
  { rowHeight }: Track,
  baseRow: number,
  { offset, scrollTop }: { offset: number; scrollTop: number },
): number {
  return baseRow * rowHeight - offset + scrollTop;
}
