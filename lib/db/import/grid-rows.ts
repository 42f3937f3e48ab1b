import "server-only";
import type { Original } from "@/lib/import/mend";
import { Mender } from "@/lib/import/mender";

import { Prisma } from "../generated/client";
import type { Tx } from "../in-institution";
import { WRONG } from "./digest-sql";
import { type GridFilter, type GridRow, type GroupRef, type Shown, WINDOW } from "./grid-words";
import { cellsOf } from "./import-rows";
import type { ImportRecord, Outcome } from "./import-words";
import { readMends } from "./mends";
import { withStudents } from "./row-students";
import type { RowRemark } from "./row-words";
import { codesOf, gravestFirst } from "./severity";

const hasCode = (
  codes: readonly string[],
) => Prisma.sql`r.remarked and r.issues <> '[]' and exists (
  select from jsonb_array_elements(r.issues) i where i->>'code' = any(${[...codes]}::text[]))`;

const SHOWN_SQL: Readonly<Record<Shown, Prisma.Sql>> = {
  all: Prisma.sql`true`,
  wrong: Prisma.sql`r.kinds && ${[...WRONG]}::text[] and r.outcome = any(${[...WRONG]}::text[])`,
  warnings: hasCode(codesOf("warning")),
  notes: hasCode(codesOf("note")),
  mended: Prisma.sql`r.original is not null`,
  leftOut: Prisma.sql`'leftOut' = any(r.kinds) and r.outcome = 'leftOut'`,
};

/** The rows of a group among the rows r of an import. */
export function inGroup({ code, column }: GroupRef): Prisma.Sql {
  if (code === "unknownStudent" || code === "toConfirm") {
    return Prisma.sql`${code} = any(r.kinds) and r.outcome = ${code}`;
  }
  return Prisma.sql`r.remarked and r.issues @> ${JSON.stringify([{ code, column }])}::jsonb`;
}

/** The rows r of an import. */
export const ofImport = (importId: string) =>
  Prisma.sql`r.institution_id = current_institution() and r.import_id = ${importId}::uuid`;

/** The numbers (row_no) of a group's rows. */
export const rowNosOf = (importId: string, group: GroupRef) =>
  Prisma.sql`select r.row_no from import_mark r where ${ofImport(importId)} and ${inGroup(group)}`;

const filtered = (importId: string, { show, group }: GridFilter) =>
  Prisma.sql`${ofImport(importId)} and ${group === null ? SHOWN_SQL[show] : inGroup(group)}`;

type StoredRow = {
  rowNo: number;
  outcome: Outcome;
  cells: string;
  original: string | null;
  issues: RowRemark[];
  studentId: number | null;
};

/** The cells of a row as they stand in the file; null: no such cell. */
export function unmended(cells: readonly string[], original: Original): (string | null)[] {
  const whole: (string | null)[] = [...cells];
  for (const [column, text] of original) whole[column] = text;
  return whole;
}

/** Of a cell that only a mend has added nothing is left. */
export function asInFile(cells: readonly string[], original: Original): string[] {
  const whole = unmended(cells, original);
  return whole.slice(0, whole.findLastIndex((cell) => cell !== null) + 1).map((cell) => cell ?? "");
}

/** A row of two crossings is one row of the grid: the graver outcome, all that is said. */
function onceEach(rows: readonly StoredRow[]): StoredRow[] {
  const once = new Map<number, StoredRow>();
  for (const row of rows) {
    const before = once.get(row.rowNo);
    if (before === undefined) once.set(row.rowNo, { ...row, issues: gravestFirst(row.issues) });
    else
      once.set(row.rowNo, {
        ...(before.outcome === "wrong" ? before : row),
        issues: gravestFirst([...before.issues, ...row.issues]),
      });
  }
  return [...once.values()];
}

/** The rows between two numbers (the second not included; null: to the end) that a filter lets through, WINDOW at most. */
export async function listGridRows(
  tx: Tx,
  { id, format, mapping }: Pick<ImportRecord, "id" | "format" | "mapping">,
  filter: GridFilter,
  { from, to }: { from: number; to: number | null },
): Promise<GridRow[]> {
  // In two steps: of rows that have just come the database has no statistics, and joins them badly.
  const numbers = await tx.$queryRaw<{ rowNo: number }[]>`
    select r.row_no as "rowNo" from import_mark r
    where ${filtered(id, filter)} and r.last_row >= ${from}::int and r.first_row < ${to ?? 2_147_483_647}::int
      and r.row_no >= ${from}::int and r.row_no < ${to ?? 2_147_483_647}::int
    group by r.first_row, r.row_no order by r.first_row, r.row_no limit ${WINDOW}::int`;
  const stored = await tx.$queryRaw<StoredRow[]>`
    select r.row_no as "rowNo", r.outcome, r.cells, r.original, r.issues, r.student_id as "studentId"
    from import_row r
    where ${ofImport(id)} and r.last_row >= ${numbers[0]?.rowNo ?? 0}::int and r.first_row <= ${numbers.at(-1)?.rowNo ?? 0}::int
      and r.row_no = any(${numbers.map(({ rowNo }) => rowNo)}::int[])
    order by r.row_no, r.part`;
  const rows = onceEach(stored);
  const [first, last] = [rows[0]?.rowNo ?? 0, rows.at(-1)?.rowNo ?? 0];
  const mends = await readMends(tx, id, { from: first, to: last });
  const mender = new Mender(mends, format ?? { type: "csv" });
  return withStudents(
    tx,
    mapping,
    rows.map((row) => withMends(row, mender)),
  );
}

/** As it is mended now, which may be more than what was checked. */
function withMends(row: StoredRow, mender: Mender): Omit<GridRow, "studentName"> {
  const { rowNo, outcome, issues, studentId } = row;
  const read = cellsOf(row);
  const now = mender.mend({ rowNo, cells: asInFile(read.cells, read.original) });
  const leftOut = now.leftOut ?? false;
  const unchecked =
    leftOut !== issues.some(({ code }) => code === "leftOutByPerson") ||
    JSON.stringify(now.cells) !== JSON.stringify(read.cells);
  const { cells, original = [] } = now;
  return { rowNo, outcome, cells, original, issues, studentId, leftOut, unchecked };
}
