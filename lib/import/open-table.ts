import { refuseCompoundFile } from "./bytes/compound-file";
import { sniff } from "./bytes/sniff";
import { headOf, sizeOf, wholeOf } from "./bytes/source";
import type { ImportKind } from "./fields";
import type { ImportSource } from "./file-format";
import { rankHead } from "./header/read-head";
import { LIMITS } from "./limits";
import type { ReadingOptions } from "./reading-options";
import type { Table } from "./table";
import { textTable } from "./text/text-table";
import { workbookTable } from "./workbook/workbook-table";

const HEAD = 4096;

/**
 * A file as a table of text cells, recognised by its content, or why it is none. `kind` decides between
 * the sheets of a workbook where `options` does not; without it the first with anything in it is taken.
 */
export async function openTable(
  source: ImportSource,
  kind: ImportKind | null = null,
  options: ReadingOptions = {},
): Promise<Table> {
  const size = await sizeOf(source);
  if (size === 0) return { refused: { code: "emptyFile" } };
  if (size > LIMITS.textBytes) {
    return { refused: { code: "tooLarge", bytes: size, limit: LIMITS.textBytes } };
  }
  const sniffed = sniff(await headOf(source, HEAD));
  switch (sniffed.is) {
    case "zip":
      return await workbookTable(source, options, (rows) => rankHead(rows, kind));
    case "compoundFile":
      return await compoundFile(source, size);
    case "text":
      return await textTable(source, options);
    case "other":
      return { refused: { code: "notATable", found: sniffed.found } };
  }
}

async function compoundFile(source: ImportSource, size: number): Promise<Table> {
  if (size > LIMITS.workbookBytes) {
    return { refused: { code: "tooLarge", bytes: size, limit: LIMITS.workbookBytes } };
  }
  return { refused: refuseCompoundFile(await wholeOf(source)) };
}
