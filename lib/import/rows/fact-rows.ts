import { type Answers, NO_ANSWERS } from "../answers";
import type { Facts } from "../facts";
import type { Field, ImportKind } from "../fields";
import { withoutGuard } from "../formula-guard";
import { type Headed, isBlank } from "../header/read-head";
import { looksLikeHeader, type Mapping } from "../header-mapping";
import type { ImportOptions } from "../import-options";
import { LIMITS } from "../limits";
import { type MendedRow, Mender, type MendHits } from "../mender";
import type { ReadingOptions } from "../reading-options";
import { ImportRefused } from "../refusal";
import type { ImportRow, IssueCode, NoticeCode, Parsed, RowIssue, RowNotice } from "../row-issue";
import { type OpenTable, oneByOne, type TableRow } from "../table";
import { saysWho } from "../targets";
import { dormitoryReader } from "../values/dormitory";
import { facultyReader } from "../values/faculty";
import type { SlashOrder } from "../values/moment";
import { birthYears, plainYears } from "../values/short-year";
import { readAuthorityAnswer } from "./answer-row";
import { asideOf, EXAMPLE_MARK } from "./aside";
import { toldTogether } from "./both-crossings";
import { readCrossing } from "./crossing-row";
import { askForTimes, type FileTimes, settleTimes, unknownTimes } from "./file-times";
import { readGround } from "./ground-row";
import { readResident } from "./resident-row";
import { readStudent } from "./roster-row";
import type { RowContext } from "./row-reader";
import { type Shape, shapesOf } from "./row-shape";
import { dateColumns, findSlashOrder, hasSlashDate, type OrderFound } from "./slash-order";

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
  authority: readAuthorityAnswer,
};

/** The rows below the header as facts or issues, in batches; blank rows are passed over. `hits` takes what the mends did. */
export async function* factRows<K extends ImportKind>(
  table: OpenTable,
  head: Headed,
  mapping: Mapping,
  options: ImportOptions<K>,
  hits: MendHits = new Map(),
): AsyncGenerator<readonly ImportRow<Facts[K]>[]> {
  const { mends = [] } = options;
  const mender = new Mender(mends, table.format, hits);
  const answers = options.answers ?? NO_ANSWERS;
  const dates = dateColumns(mapping);
  const times = unknownTimes();
  const readers = shapesOf(mapping, answers).map((shape) =>
    readerOf(shape, answers, times, options),
  );
  const columns = new Map(mapping.flatMap((target, i) => (target ? [[target as Field, i]] : [])));
  let order: SlashOrder | null = answers.dateOrder;
  const settle = (found: OrderFound) => {
    order = found.order;
    for (const { context } of readers) Object.assign(context, found);
  };
  if (order !== null) settle({ order, onlyMonthFirst: null });
  const factsOf = (row: MendedRow, values: Cells): ImportRow<Facts[K]>[] => {
    const left = leftOut(row, options.reading ?? {});
    const fault = left ?? faultOf(options.kind, values, head, columns, table.format.type === "csv");
    const parts = fault ? [{ part: 0, parsed: refused(fault) } as const] : partsOf(values, readers);
    return parts.map((one) => toldOf(row, one, columns));
  };
  for await (const batch of filledRows(table, head)) {
    const facts: ImportRow<Facts[K]>[] = [];
    for (const unmended of batch) {
      const row = mender.mend(unmended);
      const values = row.cells.map(withoutGuard);
      // Only a file that has such dates is read once more for their order.
      if (order === null && !row.leftOut && hasSlashDate(values, dates)) {
        const again = new Mender(mends, table.format);
        settle(
          await findSlashOrder(remaining(filledRows(table, head), again), dates, options.today),
        );
      }
      let made = factsOf(row, values);
      // A file is read once more for its times only where one of them is 00:00, up to the first that is not.
      if (askForTimes(times)) {
        const again = remaining(filledRows(table, head), new Mender(mends, table.format));
        await settleTimes(times, again, readers);
        made = factsOf(row, values);
      }
      facts.push(...made);
    }
    yield facts;
  }
}

type Reader<T> = {
  kind: ImportKind;
  shape: Shape;
  context: RowContext;
  read: (cells: Cells) => Parsed<T>;
};
type Cells = readonly string[];

function readerOf<K extends ImportKind>(
  shape: Shape,
  answers: Answers,
  times: FileTimes,
  {
    kind,
    today,
    words = {},
    dormitories = [],
    faculties = [],
    namesNeeded = true,
  }: ImportOptions<K>,
): Reader<Facts[K]> {
  const read: RowRead<Facts[K]> = READERS[kind];
  const context: RowContext = {
    columns: shape.columns,
    saysWho: saysWho(kind, [...shape.columns.keys()]),
    order: "unknown",
    onlyMonthFirst: null,
    today: today ?? null,
    source: shape.source,
    time: shape.time,
    times,
    answers,
    years: {
      birth: birthYears(today ?? null, answers.birthYears === true),
      other: plainYears(today ?? null),
    },
    words,
    dormitoryOf: dormitoryReader(dormitories),
    facultyOf: facultyReader(faculties),
  };
  return { kind, shape, context, read: (cells) => read(cells, context, namesNeeded) };
}

type Part<T> = Pick<ImportRow<T>, "part" | "parsed">;

const refused = (issue: RowIssue) => ({ ok: false, issues: [issue], notices: [] }) as const;

/** The facts of one row: one, or an entry and an exit. */
function partsOf<T extends object>(
  values: Cells,
  readers: readonly Reader<T>[],
): readonly Part<T>[] {
  const parts: Part<T>[] = [];
  for (const { kind, shape, read } of readers) {
    const made = shape.cells(values);
    if (made === null) continue;
    const faults = shape.faults(values);
    const part = parts.length === 0 ? 0 : 1;
    parts.push({
      part,
      parsed: faults.length > 0 ? besides(faults, read(made), kind) : read(made),
    });
  }
  if (parts.length < 2) return parts;
  return toldTogether(
    parts,
    readers.map(({ shape }) => dateAt(shape, values)),
  );
}

function dateAt({ columns, source }: Shape, values: Cells) {
  const place = columns.get("at");
  const column = (place === undefined ? null : source(place)) ?? 0;
  return { column, text: values[column]?.trim() ?? "" };
}

const NAMES = ["last_name", "first_name", "last_name_cyrillic", "first_name_cyrillic"];
/** Of these one is enough in the lists that others make. */
const NUMBERS = ["student_no", "document_no", "iin"];

const MISSING: ReadonlySet<IssueCode> = new Set(["missingValue", "missingName"]);

/** Names that cannot be taken apart, and what else is wrong with the row. That nobody is named follows from the first. */
function besides<T>(faults: readonly RowIssue[], parsed: Parsed<T>, kind: ImportKind): Parsed<T> {
  const follows = kind === "roster" ? NAMES : [...NAMES, ...NUMBERS];
  const issues = parsed.ok ? [] : parsed.issues;
  const others = issues.filter(
    ({ code, field }) => !MISSING.has(code) || field === null || !follows.includes(field),
  );
  return { ok: false, issues: [...faults, ...others], notices: parsed.notices };
}

/** What comes out of a row, with what is to be told of it and what the file has in its mended cells. */
function toldOf<T>(row: MendedRow, { part, parsed }: Part<T>, columns: Columns): ImportRow<T> {
  const { rowNo, cells, original } = row;
  return { rowNo, part, cells, ...(original && { original }), parsed: told(parsed, row, columns) };
}

/** They say themselves why they stay out. */
const SETTLED: ReadonlySet<IssueCode | undefined> = new Set([
  "hiddenRow",
  "leftOutByPerson",
  "emptiedRow",
]);

/** A row that is no fact because it is no row of the list is said to be what it is; any other, where it comes from. */
function told<T>(
  parsed: Parsed<T>,
  { cells, hidden, formulas }: TableRow,
  columns: Columns,
): Parsed<T> {
  if (!parsed.ok) {
    if (SETTLED.has(parsed.issues[0]?.code)) return parsed;
    const aside = asideOf(cells);
    if (aside !== null) return refused(wholeRow(aside, {}));
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

async function* filledRows(table: OpenTable, head: Headed): AsyncGenerator<readonly TableRow[]> {
  for await (const batch of table.batches()) {
    if ((batch.at(-1)?.rowNo ?? 0) > LIMITS.rows) {
      throw new ImportRefused({ code: "tooManyRows", limit: LIMITS.rows });
    }
    yield batch.filter(({ rowNo, cells }) => rowNo > head.headerRowNo && !isBlank(cells));
  }
}

/** The mended rows without those that a person has left out. */
async function* remaining(
  batches: AsyncIterable<readonly TableRow[]>,
  mender: Mender,
): AsyncGenerator<TableRow> {
  for await (const row of oneByOne(batches)) {
    const mended = mender.mend(row);
    if (!mended.leftOut) yield mended;
  }
}

/** What is left out without a look at its cells: by a person, one whose cells were all emptied, hidden rows where a person said so, the example of a template. */
function leftOut(
  { hidden, cells, leftOut, original }: MendedRow,
  reading: ReadingOptions,
): RowIssue | null {
  if (leftOut) return wholeRow("leftOutByPerson", {});
  // In the file it would be passed over; here somebody has emptied it, and sees that it is.
  if (original !== undefined && isBlank(cells)) return wholeRow("emptiedRow", {});
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
  const beyond = cells.length > header.length ? cells.slice(header.length) : [];
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
