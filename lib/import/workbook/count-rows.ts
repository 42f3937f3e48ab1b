import { LIMITS } from "../limits";
import { type Archive, partChunks } from "./archive";
import type { SheetPart } from "./workbook-parts";

const VALUE = /<(?:\w+:)?(?:v|is)[\s>]/;

/** How many rows of a sheet hold anything; null where counting would take longer than it is worth. */
export async function countRows(archive: Archive, { path }: SheetPart): Promise<number | null> {
  const entry = archive.entries.get(path);
  if (!entry || entry.uncompressedSize > LIMITS.countedBytes) return null;
  const decoder = new TextDecoder();
  let rows = 0;
  let rest = "";
  for await (const chunk of partChunks(archive, entry)) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split("<row");
    rest = pieces.pop() ?? "";
    rows += pieces.filter((piece) => VALUE.test(piece)).length;
    // Only the beginning of a row is needed to see whether it holds a value, but it may be cut anywhere.
    if (rest.length > LIMITS.rowBytes) return null;
  }
  return rows + (VALUE.test(rest) ? 1 : 0);
}
