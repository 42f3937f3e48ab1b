import { ERASABLE_FIELDS, STAYING_FIELDS } from "@/lib/import/answers";
import type { ImportField, ImportRecord } from "./import-words";

/** A column of a file that may have empty cells. */
export type OwnColumn = {
  field: ImportField;
  /** 0-based: its cell in the row. */
  cell: number;
  /** Of a row with an entry and an exit the column speaks of one of them. */
  only?: "entry" | "exit";
};

/** Of which columns empty cells are told, and of which fields they erase what is recorded. */
export type EmptyColumns = {
  told: readonly OwnColumn[];
  erased: readonly ImportField[];
};

const CHECKPOINTS = { entry_checkpoint: "entry", exit_checkpoint: "exit" } as const;
const isCheckpoint = (target: string): target is keyof typeof CHECKPOINTS => target in CHECKPOINTS;

/** Only a column of its own can have empty cells: a constant says something of every row. */
export function emptyColumnsOf({
  kind,
  mapping,
  answers,
}: Pick<ImportRecord, "kind" | "mapping" | "answers">): EmptyColumns {
  const erasable: readonly ImportField[] = ERASABLE_FIELDS[kind];
  const fields: readonly ImportField[] = [...erasable, ...STAYING_FIELDS[kind]];
  const told = (mapping ?? []).flatMap((target, cell): OwnColumn[] => {
    if (target === null) return [];
    if (isCheckpoint(target)) return [{ field: "checkpoint", cell, only: CHECKPOINTS[target] }];
    const field = fields.find((known) => known === target);
    return field === undefined ? [] : [{ field, cell }];
  });
  const chosen: readonly ImportField[] = answers?.erase ?? [];
  const erased = erasable.filter(
    (field) => chosen.includes(field) && told.some((column) => column.field === field),
  );
  return { told, erased };
}
