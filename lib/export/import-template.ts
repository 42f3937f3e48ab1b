import { type Cell, type DataValidation, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { cleanText } from "./clean-text";

/** How the cells of a column are kept: text keeps leading zeros, a day and a moment are real dates; a moment as it is typed, with a time or without. */
export type TemplateFormat = "text" | "day" | "moment";

export type TemplateColumn = {
  heading: string;
  /** Whether it must be filled, and how, in words. */
  required: string;
  how: string;
  format: TemplateFormat;
  /** What the drop-down offers; other values may be typed all the same. */
  offers: readonly string[];
  example: string;
};

export type ImportTemplate = {
  sheet: string;
  columns: readonly TemplateColumn[];
  /** The sheet that explains the columns: its name, its three headings, and what is to be known beforehand. */
  explanation: {
    sheet: string;
    headings: readonly [string, string, string];
    notes: readonly string[];
  };
  offersSheet: string;
  /** What is said of a cell that is no date, or no date with a time. */
  checks: { title: string; day: string; moment: string };
};

/** So many rows below the example are formatted and have drop-downs. */
const PREPARED_ROWS = 1000;
const FORMATS: Readonly<Record<TemplateFormat, string>> = {
  text: "@",
  day: "dd.mm.yyyy",
  moment: "General",
};

/**
 * A workbook to be filled in: headings and one example row, cells formatted, lists to choose from, dates checked; on a second
 * sheet what belongs in which column. The lists stand on a hidden sheet.
 */
export async function writeImportTemplate(template: ImportTemplate): Promise<Uint8Array> {
  const { columns, sheet } = template;
  return writeXlsx({
    sheets: [
      {
        name: sheet,
        columns: columns.map(({ heading }) => ({ width: Math.max(14, heading.length + 2) })),
        rows: [
          columns.map(({ heading }) => cleanText(heading)),
          columns.map(({ example }) => cleanText(example)),
        ],
        cells: preparedCells(columns),
        dataValidations: columns.flatMap((column, index) => checkOf(template, column, index)),
        freezePane: { rows: 1 },
      },
      explanationSheet(template),
      { name: template.offersSheet, hidden: true, rows: offerRows(columns) },
    ],
  });
}

function preparedCells(columns: readonly TemplateColumn[]): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (const [column, { heading, example, format }] of columns.entries()) {
    cells.set(`0,${column}`, { value: cleanText(heading), style: { font: { bold: true } } });
    const style = { numFmt: FORMATS[format] };
    cells.set(`1,${column}`, {
      value: cleanText(example),
      style: { numFmt: FORMATS.text, font: { italic: true } },
    });
    for (let row = 2; row <= PREPARED_ROWS; row++) {
      cells.set(`${row},${column}`, { value: null, style });
    }
  }
  return cells;
}

function checkOf(
  { offersSheet, checks }: ImportTemplate,
  { format, offers }: TemplateColumn,
  index: number,
): DataValidation[] {
  if (offers.length > 0) return [dropDown(offersSheet, index, offers.length)];
  return format === "text" ? [] : [dateCheck(index, checks.title, checks[format])];
}

/** Warns and lets pass: dates that are written as text are read as well. The example is one. */
function dateCheck(column: number, title: string, message: string): DataValidation {
  const at = letters(column);
  return {
    type: "date",
    operator: "greaterThan",
    formula1: "1",
    range: `${at}3:${at}${PREPARED_ROWS + 1}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "warning",
    errorTitle: title,
    errorMessage: message,
  };
}

function dropDown(sheet: string, column: number, count: number): DataValidation {
  const from = letters(column);
  return {
    type: "list",
    formula1: `'${sheet.replaceAll("'", "''")}'!$${from}$1:$${from}$${count}`,
    range: `${from}2:${from}${PREPARED_ROWS + 1}`,
    allowBlank: true,
    showErrorMessage: false,
  };
}

function offerRows(columns: readonly TemplateColumn[]): (string | null)[][] {
  const height = Math.max(0, ...columns.map(({ offers }) => offers.length));
  return Array.from({ length: height }, (_, row) =>
    columns.map(({ offers }) => offers[row] ?? null),
  );
}

function explanationSheet({ columns, explanation }: ImportTemplate): WriteSheet {
  const lines = columns.map(({ heading, required, how }) => [heading, required, how]);
  return {
    name: explanation.sheet,
    columns: [{ width: 36 }, { width: 22 }, { width: 70 }],
    rows: [...explanation.notes.map((note) => [note]), [], [...explanation.headings], ...lines],
  };
}

/** A column (0-based) by its letters. */
function letters(column: number): string {
  const letter = String.fromCharCode("A".charCodeAt(0) + (column % 26));
  return column < 26 ? letter : letters(Math.floor(column / 26) - 1) + letter;
}
