import { LIMITS } from "../limits";
import { ImportRefused } from "../refusal";
import { type Archive, partChunks, partText } from "./archive";
import { dateStylesOf } from "./date-styles";
import { elementsInStream } from "./elements-in-stream";
import type { Lookups } from "./row-cells";
import type { WorkbookParts } from "./workbook-parts";
import { richText } from "./xml-text";

/** Reads what the cells of all sheets refer to: shared strings and styles. Throws ImportRefused. */
export async function readLookups(
  archive: Archive,
  { sharedStrings, styles, from1904 }: WorkbookParts,
): Promise<Lookups> {
  const strings = sharedStrings === null ? [] : await readStrings(archive, sharedStrings);
  const dateStyles = styles === null ? [] : dateStylesOf(await partText(archive, styles));
  return { strings, dateStyles, from1904 };
}

async function readStrings(archive: Archive, path: string): Promise<string[]> {
  const entry = archive.entries.get(path);
  if (!entry) return [];
  const strings: string[] = [];
  for await (const items of elementsInStream(partChunks(archive, entry), "si", "sst")) {
    for (const item of items) strings.push(item.endsWith("/>") ? "" : richText(item));
    if (strings.length > LIMITS.sharedStrings) throw new ImportRefused({ code: "zipBomb" });
  }
  return strings;
}
