import { sizeOf, wholeOf } from "../bytes/source";
import type { ImportSource } from "../file-format";
import { LIMITS } from "../limits";
import type { Table, TableRow } from "../table";
import { openArchive, refuseByDirectory } from "./archive";
import { sheetRows } from "./sheet-rows";
import { findParts } from "./workbook-parts";

/** The first sheet of a workbook that has anything in it as a table, or why it is none. */
export async function workbookTable(source: ImportSource): Promise<Table> {
  const size = await sizeOf(source);
  if (size > LIMITS.workbookBytes) {
    return { refused: { code: "tooLarge", bytes: size, limit: LIMITS.workbookBytes } };
  }
  const bytes = await wholeOf(source);
  const archive = await openArchive(bytes);
  if (!archive) return { refused: { code: "brokenFile" } };
  const refused = refuseByDirectory(archive);
  if (refused) return { refused };
  const parts = await findParts(archive);
  for (const sheet of parts.sheets) {
    const rows = () => sheetRows(archive, parts, sheet);
    if (parts.sheets.length === 1 || (await hasContent(rows())))
      return { format: { type: "xlsx", sheet: sheet.name }, rows };
  }
  return { refused: { code: parts.sheets.length === 0 ? "brokenFile" : "noRows" } };
}

async function hasContent(rows: AsyncGenerator<TableRow>): Promise<boolean> {
  for await (const { cells } of rows) {
    if (cells.some((cell) => cell.trim() !== "")) return true;
  }
  return false;
}
