import { ImportRefused } from "../refusal";
import type { TableRow } from "../table";
import { type Archive, partChunks } from "./archive";
import { elementsInStream } from "./elements-in-stream";
import { type Lookups, rowCells } from "./row-cells";
import { attributeOf, elementsOf } from "./xml-elements";

/** The 0-based columns that a sheet hides, told when its head has been read. */
export type OnHiddenColumns = (columns: readonly number[]) => void;

/**
 * The rows of a sheet as text in batches, unpacked and parsed only as they are taken. Rows that the sheet leaves
 * out are left out here; the others keep their numbers. Throws ImportRefused.
 */
export async function* sheetRows(
  archive: Archive,
  path: string,
  lookups: Lookups,
  onHiddenColumns: OnHiddenColumns = () => {},
): AsyncGenerator<readonly TableRow[]> {
  const entry = archive.entries.get(path);
  if (!entry) throw new ImportRefused({ code: "brokenFile" });
  const onHead = (xml: string) => onHiddenColumns(hiddenColumnsOf(xml));
  let before = 0;
  const elements = elementsInStream(partChunks(archive, entry), "row", "sheetData", onHead);
  for await (const batch of elements) {
    const rows: TableRow[] = [];
    let fault: unknown = null;
    try {
      for (const element of batch) {
        const row = rowCells(element, before, lookups);
        before = row.rowNo;
        rows.push(row);
      }
    } catch (error) {
      fault = error;
    }
    if (rows.length > 0) yield rows;
    if (fault !== null) throw fault;
  }
}

const LAST_COLUMN = 16_384;

function hiddenColumnsOf(head: string): number[] {
  const ranges = elementsOf(head, "col")
    .filter((column) => /^(?:1|true)$/.test(attributeOf(column, "hidden")))
    .map((column) => ({
      from: Math.max(Number(attributeOf(column, "min")), 1),
      to: Math.min(Number(attributeOf(column, "max")), LAST_COLUMN),
    }))
    .sort((a, b) => a.from - b.from);
  const columns: number[] = [];
  // Ranges that overlap tell each column once.
  let next = 1;
  for (const { from, to } of ranges) {
    for (let at = Math.max(from, next); at <= to; at += 1) columns.push(at - 1);
    next = Math.max(next, to + 1);
  }
  return columns;
}
