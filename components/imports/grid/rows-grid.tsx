"use client";

import { useTranslations } from "next-intl";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import type { GridRow } from "@/lib/db/import/grid-words";
import type { After } from "./cell-editor";
import { columnName } from "./column-name";
import { useGridWords } from "./grid-cell";
import { GridHeads } from "./grid-heads";
import { moved, nextCell, type Place } from "./grid-keys";
import { cellId, GridLine } from "./grid-line";
import { useGridView } from "./use-grid-view";

/** More than are ever in sight: a line that is scrolled out of it becomes the one that comes in. */
const LINES = 64;
export type Column = { heading: string; width: number };

/** What the keyboard and the mouse do to the grid. */
type GridEvents = {
  onPlace: (place: Place) => void;
  /** Null: nothing can be mended. */
  onText: ((row: GridRow, column: number, text: string) => void) | null;
  /** The row's head was pressed: leaves the row out, or puts it back. */
  onRow: ((row: GridRow) => void) | null;
  /** A text from the clipboard. */
  onPaste: (text: string) => void;
  onUndo: () => void;
  onFind: () => void;
  onGoTo: () => void;
};

type Props = GridEvents & {
  total: number;
  columns: readonly Column[];
  place: Place;
  /** A place to which somebody has gone otherwise than in the grid: it comes into sight. */
  jump: Place | null;
  rowAt: (place: number) => GridRow | null;
  /** The places that are in sight. */
  onSight: (first: number, last: number) => void;
};

/** The file's own rows and columns. Only what is in sight is in the page; one cell has the cursor. */
export function RowsGrid({ total, columns, place, jump, rowAt, onSight, ...events }: Props) {
  const t = useTranslations("imports.grid");
  const id = useId();
  const words = useGridWords();
  const table = useRef<HTMLTableElement>(null);
  const view = useGridView(total, columns, onSight);
  const { goTo, press, editing, onKeyDown, onTake, onLeave } = useCursor(
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
      className="relative h-[min(60vh,40rem)] overflow-auto border border-rule-strong bg-sheet focus-within:outline-2 focus-within:outline-lake"
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
        <GridHeads columns={columns} across={view.across} width={view.width} />
        <tbody style={{ height: view.height }} className="relative block">
          {view.lines.map(({ index, start }) => (
            <GridLine
              key={index % LINES}
              id={id}
              index={index}
              top={start}
              width={view.width}
              row={index === place.row && editing !== null ? editing.row : rowAt(index)}
              across={view.across}
              cursor={index === place.row ? place.column : null}
              editing={index === place.row && editing !== null ? editing.text : null}
              words={words}
              label={t("editing", { column: columnName(Math.max(0, place.column)) })}
              onTake={onTake}
              onLeave={onLeave}
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

/** Where the cursor is and what is written there. */
function useCursor(
  { total, columns, place, rowAt, ...events }: Omit<Props, "onSight" | "jump">,
  { page, bringIn, focus }: ReturnType<typeof useGridView> & { focus: () => void },
) {
  // With its row: should another come to stand in the place, the text is not meant for it.
  const [editing, setEditing] = useState<{ row: GridRow; text: string } | null>(null);
  const extent = { rows: total, columns: columns.length, page };
  const row = rowAt(place.row);
  const goTo = (next: Place) => {
    bringIn(next);
    events.onPlace(next);
  };
  const edit = (text: string) => {
    if (events.onText !== null && row !== null && place.column >= 0) setEditing({ row, text });
  };
  const press = () => {
    if (place.column >= 0) edit(row?.cells[place.column] ?? "");
    else if (row !== null) events.onRow?.(row);
  };
  const leave = () => {
    setEditing(null);
    focus();
  };
  return {
    editing,
    goTo,
    press,
    onLeave: leave,
    onTake: (text: string, after: After) => {
      if (after === null) setEditing(null);
      else leave();
      if (editing !== null && text !== editing.row.cells[place.column])
        events.onText?.(editing.row, place.column, text);
      if (after === "down")
        goTo(moved(place, { key: "ArrowDown", control: false }, extent) ?? place);
      else if (after !== null) goTo(nextCell(place, after === "back", extent));
    },
    onKeyDown: (event: KeyboardEvent) => {
      const control = event.ctrlKey || event.metaKey;
      const next = moved(place, { key: event.key, control }, extent);
      if (next !== null) goTo(next);
      if (next !== null || pressed(event, control, { ...events, press, edit })) {
        event.preventDefault();
      }
    },
  };
}

/** By the place of the key: it is the same in every language's layout. */
const WITH_CONTROL = { KeyZ: "onUndo", KeyF: "onFind", KeyG: "onGoTo" } as const;

/** What a key does besides moving; true: it did. */
function pressed(
  { key, code, altKey }: KeyboardEvent,
  control: boolean,
  on: Pick<GridEvents, "onUndo" | "onFind" | "onGoTo"> & {
    press: () => void;
    edit: (text: string) => void;
  },
): boolean {
  if (key === "Enter" || key === "F2") on.press();
  else if (control && code in WITH_CONTROL) on[WITH_CONTROL[code as keyof typeof WITH_CONTROL]]();
  else if (key === "Delete" || key === "Backspace") on.edit("");
  // A letter begins a new text in the place of the old one.
  else if (key.length === 1 && !control && !altKey) on.edit(key);
  else return false;
  return true;
}
