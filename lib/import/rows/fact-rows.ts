import type { Facts } from "../facts";
import type { Field, ImportKind } from "../fields";
import { type Headed, isBlank } from "../header/read-head";
import { looksLikeHeader } from "../header-mapping";
import type { ImportOptions } from "../import-options";
import { LIMITS } from "../limits";
import { ImportRefused } from "../refusal";
import type { ImportRow, IssueCode, NoticeCode, Parsed, RowIssue, RowNotice } from "../row-issue";
import type { OpenTable, TableRow } from "../table";
import type { SlashOrder } from "../values/moment";
import { asideOf } from "./aside";
import { readCrossing } from "./crossing-row";
import { withoutGuard } from "./formula-guard";
import { readGround } from "./ground-row";
import { readStudent } from "./roster-row";
import type { RowContext } from "./row-reader";
import { dateColumns, findSlashOrder, hasSlashDate } from "./slash-order";

type Columns = ReadonlyMap<Field, number>;
type RowRead<T> = (
  cells: readonly string[],
  context: RowContext,
  namesNeeded: boolean,
) => Parsed<T>;

const READERS: { readonly [K in ImportKind]: RowRead<Facts[K]> } = {
  roster: readStudent,
  crossings: readCrossing,
  grounds: readGround,
};

/** The rows below the header as facts or issues; blank rows are passed over. */
export async function* factRows<K extends ImportKind>(
  table: OpenTable,
  head: Headed,
  columns: Columns,
  { kind, today, namesNeeded = true, reading = {} }: ImportOptions<K>,
): AsyncGenerator<ImportRow<Facts[K]>> {
  const dates = dateColumns(columns);
  const read: RowRead<Facts[K]> = READERS[kind];
  const context: RowContext = { columns, order: "unknown", today: today ?? null };
  let order: SlashOrder | null = null;
  for await (const row of filledRows(table, head)) {
    const { rowNo, cells } = row;
    const values = cells.map(withoutGuard);
    // Only a file that has such dates is read once more for their order.
    if (order === null && hasSlashDate(values, dates)) {
      order = await findSlashOrder(filledRows(table, head), dates);
      context.order = order;
    }
    const fault =
      row.hidden && reading.hiddenRows === false
        ? wholeRow("hiddenRow", {})
        : faultOf(kind, values, head, columns, table.format.type === "csv");
    const parsed: Parsed<Facts[K]> = fault
      ? { ok: false, issues: [fault] }
      : read(values, context, namesNeeded);
    yield { rowNo, cells, parsed: told(parsed, row, columns) };
  }
}

/** A row that is no fact because it is no row of the list is said to be what it is; a fact, where it comes from. */
function told<T>(
  parsed: Parsed<T>,
  { cells, hidden, formulas }: TableRow,
  columns: Columns,
): Parsed<T> {
  if (!parsed.ok) {
    const aside = parsed.issues[0]?.code === "hiddenRow" ? null : asideOf(cells);
    return aside === null ? parsed : { ok: false, issues: [wholeRow(aside, {})] };
  }
  if (!hidden && formulas === undefined) return parsed;
  const notices: RowNotice[] = hidden ? [wholeRow("shownHidden", {})] : [];
  for (const [field, column] of columns) {
    if (formulas?.includes(column)) {
      notices.push({ code: "formulaResult", field, column, value: "", params: {} });
    }
  }
  return { ...parsed, notices: [...parsed.notices, ...notices] };
}

async function* filledRows(table: OpenTable, head: Headed): AsyncGenerator<TableRow> {
  for await (const row of table.rows()) {
    if (row.rowNo > LIMITS.rows) {
      throw new ImportRefused({ code: "tooManyRows", limit: LIMITS.rows });
    }
    if (row.rowNo > head.headerRowNo && !isBlank(row.cells)) yield row;
  }
}

/** A row that cannot be trusted as a whole: cells shifted, or headings again. */
function faultOf(
  kind: ImportKind,
  cells: readonly string[],
  { header }: Headed,
  columns: Columns,
  fixedWidth: boolean,
): RowIssue | null {
  const beyond = cells.slice(header.length);
  if (!isBlank(beyond) || (fixedWidth && cells.length < header.length)) {
    const found = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
    return wholeRow("rowLength", {
      expected: header.length,
      found: isBlank(beyond) ? cells.length : found,
    });
  }
  return mayBeHeader(cells, columns) && looksLikeHeader(kind, cells)
    ? wholeRow("repeatedHeader", {})
    : null;
}

/** Headings have no digits where dates and numbers stand: a quick look that spares nearly every row the slow one. */
function mayBeHeader(cells: readonly string[], columns: Columns): boolean {
  const column = columns.get("at") ?? columns.get("valid_from") ?? columns.get("student_no") ?? 0;
  return !/\d/.test(cells[column] ?? "");
}

function wholeRow<Code extends IssueCode | NoticeCode>(
  code: Code,
  params: Readonly<Record<string, number>>,
) {
  return { code, field: null, column: null, value: "", params } as const;
}
