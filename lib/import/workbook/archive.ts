import { createInflateRaw } from "node:zlib";
import { type Entry, fromBufferPromise, fromRandomAccessReaderPromise, type ZipFile } from "yauzl";
import type { ImportSource } from "../file-format";
import { LIMITS } from "../limits";
import { ImportRefused, type Refusal } from "../refusal";
import { FileReader } from "./file-reader";

const UTF8 = new TextDecoder();
/** Bit 0 of the general purpose flags. */
const ENCRYPTED = 1;
const DEFLATED = 8;
const PIECE = 64 * 1024;

export type Archive = { zip: ZipFile; size: number; entries: ReadonlyMap<string, Entry> };

/** Opens a zip by its directory alone; nothing is unpacked. Null where the directory cannot be read. */
export async function openArchive(source: ImportSource, size: number): Promise<Archive | null> {
  try {
    const zip = await openZip(source, size);
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName, entry);
      if (entries.size > LIMITS.parts) break;
    }
    return { zip, size, entries };
  } catch {
    return null;
  }
}

function openZip(source: ImportSource, size: number): Promise<ZipFile> {
  const options = { strictFileNames: false, autoClose: false };
  if ("path" in source) {
    return fromRandomAccessReaderPromise(new FileReader(source.path), size, options);
  }
  const { buffer, byteOffset, length } = source.bytes;
  return fromBufferPromise(Buffer.from(buffer, byteOffset, length), options);
}

/** What the directory says against reading the archive as a workbook, or null. */
export function refuseByDirectory({ entries, size }: Archive): Refusal | null {
  const all = [...entries.values()];
  if (all.some((entry) => (entry.generalPurposeBitFlag & ENCRYPTED) !== 0)) {
    return { code: "passwordProtected" };
  }
  if (entries.has("xl/vbaProject.bin")) return { code: "macroWorkbook" };
  if (entries.size > LIMITS.parts) return { code: "zipBomb" };
  if (entries.has("xl/workbook.bin")) return { code: "notATable", found: "binaryWorkbook" };
  if (entries.has("content.xml") && entries.has("mimetype")) {
    return { code: "notATable", found: "openDocument" };
  }
  if (!entries.has("[Content_Types].xml") || !all.some(({ fileName }) => isSheet(fileName))) {
    const document = entries.has("[Content_Types].xml") || entries.has("mimetype");
    return { code: "notATable", found: document ? "document" : "archive" };
  }
  return isBomb(all, size) ? { code: "zipBomb" } : null;
}

/** Parts that take more room than the file has lie over each other. */
function isBomb(entries: readonly Entry[], size: number): boolean {
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0);
  const strings = entries.find(({ fileName }) => fileName === "xl/sharedStrings.xml");
  return (
    packed > size ||
    unpacked > LIMITS.unpackedBytes ||
    (strings?.uncompressedSize ?? 0) > LIMITS.sharedStringsBytes ||
    (unpacked > LIMITS.ratioFrom && unpacked > packed * LIMITS.ratio)
  );
}

/** The unpacked bytes of a part; throws ImportRefused where they are broken or more than the directory said. */
export async function* partChunks({ zip }: Archive, entry: Entry): AsyncGenerator<Uint8Array> {
  try {
    if (entry.compressionMethod === DEFLATED) yield* inflated(zip, entry);
    else for await (const chunk of await zip.openReadStreamPromise(entry)) yield chunk as Buffer;
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    const lied = error instanceof Error && error.message.startsWith("too many bytes");
    throw new ImportRefused({ code: lied ? "zipBomb" : "brokenFile" });
  }
}

/** In longer pieces than yauzl's own, which cost more to hand over than to unpack. */
async function* inflated(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const packed = await zip.openReadStreamPromise(entry, { decompress: false });
  const unpacked = packed.pipe(createInflateRaw({ chunkSize: PIECE }));
  packed.on("error", (error) => unpacked.destroy(error));
  let bytes = 0;
  try {
    for await (const chunk of unpacked) {
      bytes += chunk.length;
      if (bytes > entry.uncompressedSize) throw new ImportRefused({ code: "zipBomb" });
      yield chunk;
    }
  } finally {
    packed.destroy();
  }
  if (bytes < entry.uncompressedSize) throw new ImportRefused({ code: "brokenFile" });
}

/** The text of a small part of the workbook; "" where the archive has none. Throws ImportRefused where it is not small. */
export async function partText(archive: Archive, name: string): Promise<string> {
  const entry = archive.entries.get(name);
  if (!entry) return "";
  if (entry.uncompressedSize > LIMITS.smallPartBytes) throw new ImportRefused({ code: "zipBomb" });
  const chunks: Uint8Array[] = [];
  for await (const chunk of partChunks(archive, entry)) chunks.push(chunk);
  return UTF8.decode(Buffer.concat(chunks));
}

function isSheet(fileName: string): boolean {
  return /^xl\/worksheets\/[^/]+\.xml$/.test(fileName);
}
