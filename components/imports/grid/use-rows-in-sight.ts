import { useCallback, useLayoutEffect, useRef, useState } from "react";
import {
  baseRowOf,
  heightInPage,
  offsetAt,
  offsetShowing,
  rowsAt,
  scrollFor,
  topOfBase,
} from "./grid-scroll";

export const ROW_HEIGHT = 32;
/** Before the box has been measured. `width` and `seen`, the height in which rows are seen, in px. */
const FIRST_SIGHT = { first: 0, last: 30, seen: 0, width: Number.POSITIVE_INFINITY };

type Sight = typeof FIRST_SIGHT;

const isSame = (a: Sight, b: Sight) =>
  a.first === b.first && a.last === b.last && a.seen === b.seen && a.width === b.width;

/** Where the rows are in a box that scrolls: the page's own place, and how much of the rows is above it. */
function useTrack(total: number) {
  const box = useRef<HTMLDivElement>(null);
  // Where a place was gone to, the rows' offset is kept as it was meant: the box knows it in whole px of the page only.
  const meant = useRef<{ scrollTop: number; offset: number } | null>(null);
  const track = useCallback(
    () => ({
      ...{ total, rowHeight: ROW_HEIGHT },
      // Under the heading nothing is seen.
      seen: Math.max(0, (box.current?.clientHeight ?? 0) - ROW_HEIGHT),
    }),
    [total],
  );
  const where = useCallback(() => {
    const scrollTop = box.current?.scrollTop ?? 0;
    const { current } = meant;
    if (current?.scrollTop === scrollTop) return { scrollTop, offset: current.offset };
    return { scrollTop, offset: offsetAt(track(), scrollTop) };
  }, [track]);
  const show = (row: number) => {
    const { current } = box;
    if (current === null) return;
    const offset = offsetShowing(track(), where().offset, row);
    current.scrollTop = scrollFor(track(), offset);
    meant.current = { scrollTop: current.scrollTop, offset };
  };
  return { box, track, where, show };
}

/** Which rows are in sight of a box that scrolls (`box`), where the lines in its list (`body`) stand, and how to bring a row into sight. */
export function useRowsInSight(total: number) {
  const { box, track, where, show } = useTrack(total);
  const body = useRef<HTMLTableSectionElement>(null);
  const [sight, setSight] = useState<Sight>(FIRST_SIGHT);
  const first = Math.min(sight.first, Math.max(0, total - 1));
  const last = Math.min(sight.last, total - 1);
  const baseRow = baseRowOf(first);
  const standing = useRef(baseRow);
  const stand = useCallback(() => {
    body.current?.style.setProperty("--base", `${topOfBase(track(), standing.current, where())}px`);
  }, [track, where]);
  const look = useCallback(() => {
    const { seen, ...rows } = track();
    const width = box.current?.clientWidth ?? FIRST_SIGHT.width;
    const next = { ...rowsAt({ seen, ...rows }, where().offset), seen, width };
    setSight((before) => (isSame(before, next) ? before : next));
    stand();
  }, [box, track, where, stand]);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    look();
    current.addEventListener("scroll", look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(current);
    return () => {
      current.removeEventListener("scroll", look);
      resized.disconnect();
    };
  }, [box, look]);
  useLayoutEffect(() => {
    standing.current = baseRow;
    stand();
  }, [baseRow, stand]);
  const { seen, width } = sight;
  return {
    ...{ box, body, first, last, seen, width, baseRow },
    height: heightInPage({ total, rowHeight: ROW_HEIGHT, seen }),
    bringIn: (row: number) => {
      show(row);
      look();
    },
  };
}
