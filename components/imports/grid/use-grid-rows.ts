import { useCallback, useEffect, useRef, useState } from "react";
import { type GridFilter, type GridRow, WINDOW } from "@/lib/db/import/grid-words";

/** Windows that are kept; the others are fetched again when they are scrolled to. */
const KEPT = 60;
/** How often, while rows fly by, it is looked which are in sight. */
const LOOK_MS = 100;

export type GridSource = {
  importId: string;
  filter: GridFilter;
  /** The row number with which each window begins. */
  anchors: readonly number[];
  /** Changes when the rows were checked or mended anew: what was fetched before is fetched again. */
  version: string;
};

/** `list`: of which rows the window is one. Those of another list stand in other places. */
type Fetched = { list: string; version: string; rows: readonly GridRow[] };
type Asked = { list: string; version: string; rows: Promise<readonly GridRow[] | null> };

/** The address of a window. Nothing that stands in cells is in it. */
export function addressOf({ importId, filter, anchors }: GridSource, window: number): string {
  const search = new URLSearchParams({ show: filter.show, from: String(anchors[window]) });
  const next = anchors[window + 1];
  if (next !== undefined) search.set("to", String(next));
  if (filter.group) search.set("code", filter.group.code);
  if (filter.group?.column != null) search.set("column", String(filter.group.column));
  return `/api/imports/${importId}/grid-rows?${search}`;
}

async function fetchRows(source: GridSource, window: number): Promise<readonly GridRow[]> {
  const response = await fetch(addressOf(source, window));
  if (!response.ok) throw new Error(String(response.status));
  const { rows }: { rows: GridRow[] } = await response.json();
  return rows;
}

/** Keeps the windows that were used last, and no more than KEPT. */
function kept(windows: Map<number, Fetched>, window: number, fetched: Fetched): void {
  windows.delete(window);
  windows.set(window, fetched);
  for (const [oldest] of windows) {
    if (windows.size <= KEPT) return;
    windows.delete(oldest);
  }
}

/**
 * The rows of the grid by their place, fetched window by window as they come into sight. `see` is told the places that are
 * in sight; `rowAt` gives a row, also as it was before while its window is fetched anew, or null; `bring` gives a
 * whole window, wherever it is.
 */
export function useGridRows(source: GridSource) {
  const windows = useRef(new Map<number, Fetched>());
  const asked = useRef(new Map<number, Asked>());
  const inSight = useRef({ first: 0, last: 0 });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const [, setCome] = useState(0);
  const [isFailed, setFailed] = useState(false);
  const list = `${source.importId} ${JSON.stringify(source.filter)}`;

  /** The rows of a window, fetched if they are not here as they are now; null: there is none, or it cannot be fetched. */
  const bring = useCallback(
    (window: number): Promise<readonly GridRow[] | null> => {
      const { version } = source;
      const known = windows.current.get(window);
      if (source.anchors[window] === undefined) return Promise.resolve(null);
      const isNow = (one: Omit<Fetched, "rows"> | undefined) =>
        one?.version === version && one.list === list;
      if (known && isNow(known)) return Promise.resolve(known.rows);
      const before = asked.current.get(window);
      if (before && isNow(before)) return before.rows;
      const come = (rows: readonly GridRow[] | null) => {
        // An answer that was overtaken by a later question is no answer to it.
        const isLast = isNow(asked.current.get(window));
        if (rows !== null && isLast) kept(windows.current, window, { list, version, rows });
        if (isLast) {
          setFailed(rows === null);
          asked.current.delete(window);
        }
        setCome((count) => count + 1);
        return rows;
      };
      const rows = fetchRows(source, window).then(come, () => come(null));
      asked.current.set(window, { list, version, rows });
      return rows;
    },
    [source, list],
  );

  const fetchSight = useCallback(() => {
    timer.current = null;
    const { first, last } = inSight.current;
    const to = Math.floor(last / WINDOW);
    for (let window = Math.floor(first / WINDOW); window <= to; window += 1) {
      void bring(window);
    }
  }, [bring]);

  // What is flown over is not fetched, but for now and then.
  const see = useCallback(
    (first: number, last: number) => {
      inSight.current = { first, last };
      timer.current ??= setTimeout(fetchSight, LOOK_MS);
    },
    [fetchSight],
  );

  // What is in sight is fetched anew when its version changes, also where nobody scrolls.
  useEffect(() => {
    fetchSight();
    return () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    };
  }, [fetchSight]);

  const rowAt = (place: number): GridRow | null => {
    const fetched = windows.current.get(Math.floor(place / WINDOW));
    return fetched?.list === list ? (fetched.rows[place % WINDOW] ?? null) : null;
  };
  /** Shows a row as it will be, until it is fetched; not where another stands in its place by now. */
  const showAs = useCallback((place: number, row: GridRow) => {
    const window = Math.floor(place / WINDOW);
    const fetched = windows.current.get(window);
    if (fetched?.rows[place % WINDOW]?.rowNo !== row.rowNo) return;
    const rows = fetched.rows.with(place % WINDOW, row);
    windows.current.set(window, { ...fetched, rows });
    setCome((count) => count + 1);
  }, []);
  return { rowAt, see, showAs, isFailed, bring };
}
