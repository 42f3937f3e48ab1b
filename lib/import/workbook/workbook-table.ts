import { streamXlsxRows } from "hucre/xlsx";
import { sizeOf, wholeOf } from "../bytes/source";
import type { ImportSource } from "../file-format";
import { LIMITS } from "../limits";
import { ImportRefused } from "../refusal";
import type { Table, TableRow } from "../table";
import { openArchive, partText, refuseByDirectory, verifyParts } from "./archive";
import { cellText } from "./cell-text";
import { sheetNames } from "./sheet-names";

/** The first sheet of a workbook that has anything in it as a table, or why it is none. */
export async function workbookTable(source: ImportSource): Promise<Table> {
  const size = await sizeOf(source);
  if (size > LIMITS.workbookBytes) {
    return { refused: { code: "tooLarge", bytes: size, limit: LIMITS.workbookBytes } };
  }
  const bytes = await wholeOf(source);
  const archive = await openArchive(bytes);
  if (!archive) return { refused: { code: "brokenFile" } };
  const refused = refuseByDirectory(archive) ?? (await verifyParts(archive));
  if (refused) return { refused };
  const names = sheetNames(await partText(archive, "xl/workbook.xml"));
  for (const [index, sheet] of names.entries()) {
    const rows = () => sheetRows(bytes, index);
    if (await hasContent(rows())) return { format: { type: "xlsx", sheet }, rows };
  }
  return { refused: { code: names.length === 0 ? "brokenFile" : "noRows" } };
}

async function hasContent(rows: AsyncGenerator<TableRow>): Promise<boolean> {
  for await (const { cells } of rows) {
    if (cells.some((cell) => cell.trim() !== "")) return true;
  }
  return false;
}

/** Sheets leave empty rows out; the row number of the sheet is kept. */
async function* sheetRows(bytes: Uint8Array, sheet: number): AsyncGenerator<TableRow> {
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      if (index >= LIMITS.sheetRows) {
        throw new ImportRefused({ code: "tooManyRows", limit: LIMITS.sheetRows });
      }
      yield { rowNo: index + 1, cells: withoutTail(values.map(cellText)) };
    }
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    throw new ImportRefused({ code: "brokenFile" });
  }
}

/** Styled but empty cells at the end of a row are no columns. */
function withoutTail(cells: string[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== "");
  return cells.slice(0, last + 1);
}
