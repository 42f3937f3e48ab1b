import { sizeOf } from "../bytes/source";
import type { ImportSource, SheetTold } from "../file-format";
import { LIMITS } from "../limits";
import type { ReadingOptions } from "../reading-options";
import type { Refusal } from "../refusal";
import { oneByOne, type Table, type TableRow } from "../table";
import { type Archive, openArchive, refuseByDirectory } from "./archive";
import { countRows } from "./count-rows";
import { readLookups } from "./lookups";
import { mergedAreas } from "./merged-areas";
import type { Lookups } from "./row-cells";
import { sheetRows } from "./sheet-rows";
import { findParts, type SheetPart } from "./workbook-parts";

/** How likely rows are to be the table that is sought; the first sheet of the highest rank is read. 0: nothing in them. */
export type RankRows = (rows: AsyncGenerator<TableRow>) => Promise<number>;

/** A sheet of a workbook as a table (the one chosen, else the likeliest that can be seen), or why it is none. */
export async function workbookTable(
  source: ImportSource,
  options: ReadingOptions,
  rank: RankRows,
): Promise<Table> {
  const size = await sizeOf(source);
  if (size > LIMITS.workbookBytes) {
    return { refused: { code: "tooLarge", bytes: size, limit: LIMITS.workbookBytes } };
  }
  const archive = await openArchive(source, size);
  if (!archive) return { refused: { code: "brokenFile" } };
  const refused = refuseByDirectory(archive);
  if (refused) return { refused };
  const parts = await findParts(archive);
  const lookups = await readLookups(archive, parts);
  const rowsOf = ({ path }: SheetPart) => sheetRows(archive, path, lookups);
  const chosen = await chooseSheet(parts.sheets, options, (sheet) => rank(oneByOne(rowsOf(sheet))));
  if ("code" in chosen) return { refused: chosen };
  return {
    format: {
      type: "xlsx",
      sheet: chosen.name,
      sheets: await tellSheets(archive, parts.sheets),
      hiddenColumns: await hiddenColumnsOf(archive, chosen, lookups),
      mergedAreas: await mergedAreas(archive, chosen),
      externalLinks: [...archive.entries.keys()].some((name) => name.includes("/externalLinks/")),
    },
    batches: () => rowsOf(chosen),
  };
}

async function chooseSheet(
  sheets: readonly SheetPart[],
  { sheet }: ReadingOptions,
  rankOf: (sheet: SheetPart) => Promise<number>,
): Promise<SheetPart | Refusal> {
  if (sheet !== undefined) {
    return sheets.find(({ name }) => name === sheet) ?? { code: "noSuchSheet", sheet };
  }
  const seen = sheets.filter(({ hidden }) => !hidden);
  let best: SheetPart | null = null;
  let highest = 0;
  for (const one of seen) {
    const rank = await rankOf(one);
    if (rank > highest) [best, highest] = [one, rank];
  }
  return best ?? { code: seen.length === 0 ? "brokenFile" : "noRows" };
}

/** Rows are counted only where there is something to choose from. */
async function tellSheets(archive: Archive, sheets: readonly SheetPart[]): Promise<SheetTold[]> {
  const told: SheetTold[] = [];
  for (const sheet of sheets) {
    const rows = sheets.length > 1 ? await countRows(archive, sheet) : null;
    told.push({ name: sheet.name, rows, hidden: sheet.hidden });
  }
  return told;
}

async function hiddenColumnsOf(
  archive: Archive,
  { path }: SheetPart,
  lookups: Lookups,
): Promise<readonly number[]> {
  let hidden: readonly number[] = [];
  const rows = sheetRows(archive, path, lookups, (columns) => {
    hidden = columns;
  });
  await rows.next();
  await rows.return(undefined);
  return hidden;
}
