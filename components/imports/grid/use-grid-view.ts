import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { Place } from "./grid-keys";

export const ROW_HEIGHT = 32;
/** Of the numbers of the rows, which stay in sight. */
export const HEAD_WIDTH = 192;

/** Which rows and columns are in sight of a box that scrolls, and how to bring a place into sight. */
export function useGridView(
  total: number,
  columns: readonly { width: number }[],
  onSight: (first: number, last: number) => void,
) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    // Under the heading nothing is seen.
    scrollPaddingStart: ROW_HEIGHT,
    useFlushSync: false,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => box.current,
    estimateSize: (column) => columns[column]?.width ?? 0,
    overscan: 2,
    scrollPaddingStart: HEAD_WIDTH,
    useFlushSync: false,
  });
  const lines = rows.getVirtualItems();
  const [first, last] = [lines[0]?.index ?? 0, lines.at(-1)?.index ?? 0];
  useEffect(() => onSight(first, last), [onSight, first, last]);
  return {
    box,
    lines,
    height: rows.getTotalSize(),
    across: across.getVirtualItems(),
    width: HEAD_WIDTH + across.getTotalSize(),
    page: Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2),
    bringIn: ({ row, column }: Place) => {
      rows.scrollToIndex(row);
      if (column >= 0) across.scrollToIndex(column);
    },
  };
}
