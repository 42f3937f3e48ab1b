import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect } from "react";
import type { Place } from "./grid-keys";
import { ROW_HEIGHT, useRowsInSight } from "./use-rows-in-sight";

/** Of the rows' numbers and what becomes of the rows, which stay in sight; on a narrow screen a sign says that. */
const HEAD_WIDTH = 192;
const [SIGN_WIDTH, DIGIT_WIDTH] = [44, 8];
/** A box narrower than this leaves no room for words beside the numbers; its columns are no wider than the second. */
const [NARROW, NARROW_COLUMN] = [560, 116];

/** Columns have other widths on a narrow screen: other ones, to what measures them. */
const inWide = (column: number) => column;
const inNarrow = (column: number) => `narrow ${column}`;

/** Which rows and columns are in sight of a box that scrolls, and how to bring a place into sight. `digits`: of the longest row number. */
export function useGridView(
  total: number,
  columns: readonly { width: number }[],
  digits: number,
  onSight: (first: number, last: number) => void,
) {
  const { bringIn, width, seen, first, last, ...rows } = useRowsInSight(total);
  useEffect(() => onSight(first, last), [onSight, first, last]);
  const isNarrow = width < NARROW;
  const head = isNarrow ? SIGN_WIDTH + digits * DIGIT_WIDTH : HEAD_WIDTH;
  const widest = isNarrow ? NARROW_COLUMN : Number.POSITIVE_INFINITY;
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => rows.box.current,
    estimateSize: (column) => Math.min(columns[column]?.width ?? 0, widest),
    getItemKey: isNarrow ? inNarrow : inWide,
    overscan: 2,
    scrollPaddingStart: head,
    useFlushSync: false,
  });
  return {
    ...{ ...rows, head, isNarrow },
    rows: Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at),
    across: across.getVirtualItems(),
    width: head + across.getTotalSize(),
    page: Math.max(1, Math.floor(seen / ROW_HEIGHT) - 1),
    bringIn: ({ row, column }: Place) => {
      bringIn(row);
      if (column >= 0) across.scrollToIndex(column);
    },
  };
}
