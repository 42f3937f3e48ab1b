import { LIMITS } from "../limits";
import { type Archive, partChunks } from "./archive";
import type { SheetPart } from "./workbook-parts";

/** Merged areas stand behind the rows of a sheet. */
const LIST = "mergeCells";
const AREA = /<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"/g;
/** A sheet with more of them is a form, and the first ones say so. */
const MOST = 100;

/**
 * The merged areas of a sheet as a spreadsheet writes them ("A5:A7"), the first hundred; only the first cell of each has
 * a value. None are looked for in a sheet that is too large to be unpacked once more.
 */
export async function mergedAreas(archive: Archive, { path }: SheetPart): Promise<string[]> {
  const entry = archive.entries.get(path);
  if (!entry || entry.uncompressedSize > LIMITS.mergedBytes) return [];
  let text = "";
  let found = false;
  for await (const chunk of partChunks(archive, entry)) {
    text += Buffer.from(chunk).toString("latin1");
    if (!found) {
      const at: number = text.indexOf(LIST);
      found = at >= 0;
      // Nothing but the beginning of the word may be cut off by the end of a chunk.
      text = found ? text.slice(at) : text.slice(-LIST.length);
    }
    if (text.length > LIMITS.rowBytes) break;
  }
  return found ? [...text.matchAll(AREA)].slice(0, MOST).map(([, area = ""]) => area) : [];
}
