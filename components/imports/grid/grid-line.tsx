"use client";

import type { VirtualItem } from "@tanstack/react-virtual";
import { memo } from "react";
import type { GridRow } from "@/lib/db/import/grid-words";
import { gravest, SIGNS } from "../remark-signs";
import { type After, CellEditor } from "./cell-editor";
import { GridCell, type GridWords, originalAt, RowHead, remarksAt } from "./grid-cell";
import type { Place } from "./grid-keys";
import { ROW_HEIGHT } from "./use-rows-in-sight";

type LineProps = {
  id: string;
  index: number;
  /** From the line where the list's base stands. */
  top: number;
  width: number;
  /** How wide the row's head is, and whether it has room for no word. */
  head: number;
  isNarrow: boolean;
  /** Null: it has not come yet. */
  row: GridRow | null;
  across: readonly VirtualItem[];
  /** The column in which the cursor is; null: it is in another row. */
  cursor: number | null;
  /** The text with which the cell under the cursor is mended; null: it is not. */
  editing: string | null;
  label: string;
  words: GridWords;
  onType: (text: string) => void;
  onTake: (text: string, after: After) => void;
  onLeave: () => void;
};

/** The id of a cell of the grid `id`: the grid says by it where the cursor is. */
export const cellId = (id: string, { row, column }: Place) => `${id}-${row}-${column}`;

const SEEN = ["index", "top", "width", "head", "row", "across", "cursor", "words"] as const;

/** A row of the grid; while others are scrolled, one without the cursor is not made anew. */
export const GridLine = memo(
  Line,
  (a, b) => a.cursor === null && SEEN.every((name) => a[name] === b[name]),
);

function Line({
  id,
  index,
  top,
  width,
  head,
  isNarrow,
  row,
  across,
  cursor,
  editing,
  label,
  words,
  ...on
}: LineProps) {
  const slot = (column: number) => ({
    id: cellId(id, { row: index, column }),
    "data-place": `${index} ${column}`,
    "aria-colindex": column + 2,
  });
  const looks = `${SLOT} ${row?.leftOut ? "text-muted" : ""}`;
  return (
    <tr
      aria-rowindex={index + 2}
      aria-busy={row === null}
      className="absolute left-0 block"
      style={{ height: ROW_HEIGHT, width, transform: `translateY(calc(var(--base) + ${top}px))` }}
    >
      <th
        {...slot(-1)}
        scope="row"
        className={`sticky left-0 z-10 bg-paper text-left font-normal ${looks} ${cursor === -1 ? MARKED : ""}`}
        style={{ width: head }}
      >
        {row === null ? "…" : <RowHead row={row} words={words} isNarrow={isNarrow} />}
      </th>
      {/* A row that has not come yet costs next to nothing: thousands of them may fly by. */}
      {(row === null ? [] : across).map(({ index: column, start, size }) => (
        <td
          key={column}
          {...slot(column)}
          className={`absolute top-0 ${looks} ${row === null ? "" : washOf(row, column)} ${cursor === column ? MARKED : ""}`}
          style={{ width: size, left: head + start }}
        >
          {row === null ? null : <GridCell row={row} column={column} words={words} />}
          {editing !== null && cursor === column ? (
            <CellEditor label={label} text={editing} {...on} />
          ) : null}
        </td>
      ))}
    </tr>
  );
}

const SLOT =
  "flex h-full items-center gap-1.5 overflow-hidden whitespace-nowrap border-rule border-r border-b px-1.5 text-sm tabular-nums";
const MARKED = "outline-2 outline-lake -outline-offset-2";

function washOf(row: GridRow, column: number): string {
  const severity = gravest(remarksAt(row, column));
  if (severity !== null) return SIGNS[severity].wash;
  return originalAt(row, column) === undefined ? "" : "bg-lake-wash";
}
