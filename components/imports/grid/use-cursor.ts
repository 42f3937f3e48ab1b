import { type KeyboardEvent, useState } from "react";
import type { GridRow } from "@/lib/db/import/grid-words";
import type { After } from "./cell-editor";
import { moved, nextCell, type Place } from "./grid-keys";

/** What the keyboard and the mouse do to the grid. */
export type GridEvents = {
  onPlace: (place: Place) => void;
  /** Null: nothing can be mended. */
  onText: ((row: GridRow, column: number, text: string) => void) | null;
  /** What stands in a cell's field while it is written; null: the field is left without it. */
  onType: ((row: GridRow, column: number, text: string | null) => void) | null;
  /** The row's head was pressed: leaves the row out, or puts it back. */
  onRow: ((row: GridRow) => void) | null;
  /** A text from the clipboard. */
  onPaste: (text: string) => void;
  onUndo: () => void;
  onFind: () => void;
  onGoTo: () => void;
};

type Cursor = GridEvents & {
  total: number;
  columns: readonly unknown[];
  place: Place;
  rowAt: (place: number) => GridRow | null;
};

/** Where the cursor is and what is written there. */
export function useCursor(
  { total, columns, place, rowAt, ...events }: Cursor,
  { page, bringIn, focus }: { page: number; bringIn: (place: Place) => void; focus: () => void },
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
    onType: (text: string) => {
      if (editing !== null) events.onType?.(editing.row, place.column, text);
    },
    onLeave: () => {
      leave();
      if (editing !== null) events.onType?.(editing.row, place.column, null);
    },
    onTake: (text: string, after: After) => {
      if (after === null) setEditing(null);
      else leave();
      if (editing !== null) {
        const isSame = text === editing.row.cells[place.column];
        if (isSame) events.onType?.(editing.row, place.column, null);
        else events.onText?.(editing.row, place.column, text);
      }
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
