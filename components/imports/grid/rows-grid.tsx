"use client";

import { useTranslations } from "next-intl";
import { type ClipboardEvent, type MouseEvent, useEffect, useId, useRef } from "react";
import type { GridRow } from "@/lib/db/import/grid-words";
import { columnName } from "./column-name";
import { useGridWords } from "./grid-cell";
import type { Column } from "./grid-columns";
import { GridHeads } from "./grid-heads";
import type { Place } from "./grid-keys";
import { cellId, GridLine } from "./grid-line";
import { type GridEvents, useCursor } from "./use-cursor";
import { useGridView } from "./use-grid-view";
import { ROW_HEIGHT } from "./use-rows-in-sight";

/** More than are ever in sight: a line that is scrolled out of it becomes the one that comes in. */
const LINES = 64;

type Props = GridEvents & {
  total: number;
  columns: readonly Column[];
  /** Of the longest row number. */
  digits: number;
  place: Place;
  /** A place to which somebody has gone otherwise than in the grid: it comes into sight. */
  jump: Place | null;
  rowAt: (place: number) => GridRow | null;
  /** The places that are in sight. */
  onSight: (first: number, last: number) => void;
};

/** The file's own rows and columns. Only what is in sight is in the page; one cell has the cursor. */
export function RowsGrid({
  total,
  columns,
  digits,
  place,
  jump,
  rowAt,
  onSight,
  ...events
}: Props) {
  const t = useTranslations("imports.grid");
  const id = useId();
  const words = useGridWords();
  const table = useRef<HTMLTableElement>(null);
  const view = useGridView(total, columns, digits, onSight);
  const { goTo, press, editing, onKeyDown, ...editor } = useCursor(
    { total, columns, place, rowAt, ...events },
    { ...view, focus: () => table.current?.focus({ preventScroll: true }) },
  );
  const jumped = useRef(jump);
  useEffect(() => {
    if (jump === null || jump === jumped.current) return;
    jumped.current = jump;
    view.bringIn(jump);
    table.current?.focus({ preventScroll: true });
  });
  const onPaste = (event: ClipboardEvent) => {
    // In a cell that is being written in, a text is pasted as everywhere.
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    events.onPaste(event.clipboardData.getData("text/plain"));
  };
  const goToPressed = ({ target }: MouseEvent) => {
    const pressed = placeOf(target);
    if (pressed !== null && !(target instanceof HTMLInputElement)) goTo(pressed);
  };
  return (
    <div
      ref={view.box}
      className="relative max-h-[min(60vh,40rem)] overflow-auto border border-rule-strong bg-sheet focus-within:outline-2 focus-within:outline-lake"
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are moved through and mended.
        role="grid"
        ref={table}
        tabIndex={0}
        aria-label={t("rows")}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={cellId(id, place)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onClick={(event) => goToPressed(event)}
        onDoubleClick={press}
        className="block outline-none"
        style={{ width: view.width }}
      >
        <GridHeads columns={columns} across={view.across} width={view.width} head={view.head} />
        <tbody
          ref={view.body}
          style={{ height: view.height }}
          // Lines around those in sight may reach beyond the list, where one px of it is more than one of rows.
          className="relative block overflow-clip"
        >
          {view.rows.map((index) => (
            <GridLine
              key={index % LINES}
              id={id}
              index={index}
              top={(index - view.baseRow) * ROW_HEIGHT}
              head={view.head}
              isNarrow={view.isNarrow}
              width={view.width}
              row={index === place.row && editing !== null ? editing.row : rowAt(index)}
              across={view.across}
              cursor={index === place.row ? place.column : null}
              editing={index === place.row && editing !== null ? editing.text : null}
              words={words}
              label={t("editing", { column: columnName(Math.max(0, place.column)) })}
              {...editor}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The place of the cell in which something was pressed; null: it was none. */
function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-place]") : null;
  const [row, column] = cell?.dataset["place"]?.split(" ").map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}
