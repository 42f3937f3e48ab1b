import type { Entry } from "yauzl";
import { LIMITS } from "../limits";
import { ImportRefused } from "../refusal";
import { type Archive, partChunks } from "./archive";
import type { Demand } from "./demand";
import type { SheetPart, WorkbookParts } from "./workbook-parts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const LOCAL_FILE = 0x04034b50;
const BLOCK = 1024 * 1024;
const SHEET = "xl/worksheets/sheet1.xml";

/**
 * The bytes of a workbook of one sheet, in the order in which a stream can be read: what names the
 * parts, shared strings, styles, and last the sheet, unpacked, piece by piece as it is asked for.
 * Refuses a part that is larger than the directory said and a row beyond the limit.
 */
export async function* plainWorkbook(
  archive: Archive,
  parts: WorkbookParts,
  sheet: SheetPart,
  demand: Demand,
): AsyncGenerator<Uint8Array> {
  for (const [name, text] of namingParts(parts)) {
    const bytes = Buffer.from(text);
    yield localHeader(name, bytes.length);
    yield bytes;
  }
  for (const [name, path] of [
    ["xl/sharedStrings.xml", parts.sharedStrings],
    ["xl/styles.xml", parts.styles],
  ] as const) {
    const entry = archive.entries.get(path ?? "");
    if (entry) yield* unpacked(archive, entry, name);
  }
  const entry = archive.entries.get(sheet.path);
  if (entry) yield* paced(withinRowLimit(unpacked(archive, entry, SHEET)), demand);
}

function namingParts({ sharedStrings, styles, from1904 }: WorkbookParts): [string, string][] {
  const relations = [["worksheet", "worksheets/sheet1.xml"]];
  if (sharedStrings) relations.push(["sharedStrings", "sharedStrings.xml"]);
  if (styles) relations.push(["styles", "styles.xml"]);
  const relationships = (list: string) =>
    `<Relationships xmlns="${PACKAGE}/relationships">${list}</Relationships>`;
  const relationship = (type = "", target = "", id = 1) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return [
    ["[Content_Types].xml", `<Types xmlns="${PACKAGE}/content-types"/>`],
    ["_rels/.rels", relationships(relationship("officeDocument", "xl/workbook.xml"))],
    [
      "xl/workbook.xml",
      `<workbook xmlns:r="${OFFICE}"><workbookPr date1904="${from1904}"/><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relationships(relations.map(([type, to], i) => relationship(type, to, i + 1)).join("")),
    ],
  ];
}

async function* unpacked(archive: Archive, entry: Entry, name: string): AsyncGenerator<Uint8Array> {
  yield localHeader(name, entry.uncompressedSize);
  yield* inBlocks(partChunks(archive, entry));
}

/** As many bytes at a time as the reader takes, or it would copy them together again and again. */
async function* inBlocks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let block = Buffer.alloc(BLOCK);
  let filled = 0;
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let from = 0; from < bytes.length; ) {
      const copied = bytes.copy(block, filled, from);
      from += copied;
      filled += copied;
      if (filled < BLOCK) continue;
      yield block;
      block = Buffer.alloc(BLOCK);
      filled = 0;
    }
  }
  if (filled > 0) yield block.subarray(0, filled);
}

/** Of a part that is stored as it is, with its size known in advance. */
function localHeader(name: string, size: number): Uint8Array {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL_FILE, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(size, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name)]);
}

async function* withinRowLimit(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let sinceRow = 0;
  let inRows = true;
  for await (const chunk of chunks) {
    const text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const rowEnd = text.lastIndexOf("</row");
    sinceRow = rowEnd < 0 ? sinceRow + text.length : text.length - rowEnd;
    inRows = inRows && !text.includes("</sheetData");
    if (inRows && sinceRow > LIMITS.rowBytes) throw new ImportRefused({ code: "zipBomb" });
    yield chunk;
  }
}

async function* paced(
  chunks: AsyncIterable<Uint8Array>,
  demand: Demand,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    if (!(await demand.next())) return;
    yield chunk;
  }
}
