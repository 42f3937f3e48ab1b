import { unsavedKey } from "@/components/ui/unsaved";

/** A text that was typed into a cell. `seen`: the import's mendVersion that the person saw then. */
export type UnsavedCell = { rowNo: number; column: number; text: string; seen: number };
type Place = Pick<UnsavedCell, "rowNo" | "column">;

/** Of whom, and into the cells of which import. */
export type Typist = { person: string; importId: string };

const isAt = (one: Place, other: Place) => one.rowNo === other.rowNo && one.column === other.column;

/** What is kept in the tab, in the order in which it was typed. */
export function listUnsaved(storage: Storage, { person, importId }: Typist): UnsavedCell[] {
  return JSON.parse(storage.getItem(unsavedKey(person, importId)) ?? "[]");
}

function write(
  storage: Storage,
  { person, importId }: Typist,
  cells: readonly UnsavedCell[],
): void {
  const key = unsavedKey(person, importId);
  if (cells.length === 0) storage.removeItem(key);
  else storage.setItem(key, JSON.stringify(cells));
}

/** Keeps a text until it is saved or given up; of one cell there is one. */
export function keepUnsaved(storage: Storage, of: Typist, cell: UnsavedCell): void {
  const others = listUnsaved(storage, of).filter((one) => !isAt(one, cell));
  write(storage, of, [...others, cell]);
}

/** It is saved, or given up. */
export function dropUnsaved(storage: Storage, of: Typist, place: Place): void {
  write(
    storage,
    of,
    listUnsaved(storage, of).filter((one) => !isAt(one, place)),
  );
}
