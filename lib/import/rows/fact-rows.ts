import { type Answers, NO_ANSWERS } from "../answers";
import type { Facts } from "../facts";
import type { Field, ImportKind } from "../fields";
import { type Headed, isBlank } from "../header/read-head";
import { looksLikeHeader, type Mapping } from "../header-mapping";
import type { ImportOptions } from "../import-options";
import { LIMITS } from "../limits";
import type { ReadingOptions } from "../reading-options";
import { ImportRefused } from "../refusal";
import type { ImportRow, IssueCode, NoticeCode, Parsed, RowIssue, RowNotice } from "../row-issue";
import type { OpenTable, TableRow } from "../table";
import { dormitoryReader } from "../values/dormitory";
import type { SlashOrder } from "../values/moment";
import { asideOf, EXAMPLE_MARK } from "./aside";
import { readCrossing } from "./crossing-row";
import { withoutGuard } from "./formula-guard";
import { readGround } from "./ground-row";
import { readResident } from "./resident-row";
import { readStudent } from "./roster-row";
import type { RowContext } from "./row-reader";
import { type Shape, shapesOf } from "./row-shape";
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
  residents: readResident,
};

/** The rows below the header as facts or issues; blank rows are passed over. */
export async function* factRows<K extends ImportKind>(
  table: OpenTable,
  head: Headed,
  mapping: Mapping,
  options: ImportOptions<K>,
): AsyncGenerator<ImportRow<Facts[K]>> {
  const answers = options.answers ?? NO_ANSWERS;
  const dates = dateColumns(mapping);
  const readers = shapesOf(mapping, answers).map((shape) => readerOf(shape, answers, options));
  const columns = new Map(mapping.flatMap((target, i) => (target ? [[target as Field, i]] : [])));
  let order: SlashOrder | null = answers.dateOrder;
  const settle = (found: SlashOrder) => {
    order = found;
    for (const { context } of readers) context.order = found;
  };
  if (order !== null) settle(order);
  for await (const row of filledRows(table, head)) {
    const { rowNo, cells } = row;
    const values = cells.map(withoutGuard);
    // Only a file that has such dates is read once more for their order.
    if (order === null && hasSlashDate(values, dates)) {
      settle(await findSlashOrder(filledRows(table, head), dates));
    }
    const left = leftOut(row, options.reading ?? {});
    const fault = left ?? faultOf(options.kind, values, head, columns, table.format.type === "csv");
    const parts: Iterable<ImportRow<Facts[K]>> = fault
      ? [{ rowNo, part: 0, cells, parsed: { ok: false, issues: [fault] } }]
      : partsOf(row, values, readers);
    for (const one of parts) yield { ...one, parsed: told(one.parsed, row, columns) };
  }
}

type Reader<T> = { shape: Shape; context: RowContext; read: (cells: Cells) => Parsed<T> };
type Cells = readonly string[];

function readerOf<K extends ImportKind>(
  shape: Shape,
  answers: Answers,
  { kind, today, words = {}, dormitories = [], namesNeeded = true }: ImportOptions<K>,
): Reader<Facts[K]> {
  const read: RowRead<Facts[K]> = READERS[kind];
  const context: RowContext = {
    columns: shape.columns,
    order: "unknown",
    today: today ?? null,
    source: shape.source,
    answers,
    words,
    dormitoryOf: dormitoryReader(dormitories),
  };
  return { shape, context, read: (cells) => read(cells, context, namesNeeded) };
}

/** The facts of one row: one, or an entry and an exit. */
function* partsOf<T>(
  { rowNo, cells }: TableRow,
  values: Cells,
  readers: readonly Reader<T>[],
): Generator<ImportRow<T>> {
  let part: 0 | 1 = 0;
  for (const { shape, read } of readers) {
    const made = shape.cells(values);
    if (made === null) continue;
    const fault = shape.fault(values);
    yield { rowNo, part, cells, parsed: fault ? { ok: false, issues: [fault] } : read(made) };
    part = 1;
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

/** What is left out without a look at its cells: hidden rows where a person said so, the example of a template. */
function leftOut({ hidden, cells }: TableRow, reading: ReadingOptions): RowIssue | null {
  if (hidden && reading.hiddenRows === false) return wholeRow("hiddenRow", {});
  return EXAMPLE_MARK.test(cells[0] ?? "") ? wholeRow("exampleRow", {}) : null;
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
