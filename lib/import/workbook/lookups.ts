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
  const strings: string[] = [];
  const entry = archive.entries.get(sharedStrings ?? "");
  if (entry) {
    for await (const item of elementsInStream(partChunks(archive, entry), "si", "sst")) {
      strings.push(item.endsWith("/>") ? "" : richText(item));
    }
  }
  const dateStyles = styles === null ? [] : dateStylesOf(await partText(archive, styles));
  return { strings, dateStyles, from1904 };
}
