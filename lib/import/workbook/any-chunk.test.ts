import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { chunksOf } from "../bytes/source";
import { workbook } from "../file-for-tests";
import { openArchive, partChunks } from "./archive";
import { elementsInStream } from "./elements-in-stream";
import { rowCells } from "./row-cells";
import { richText } from "./xml-text";

// Many files are written and read here; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const LETTERS = [..."ңөүҢӨҮқғұһәіжЖa1 <>&\"'№👩‍🎓", "]]>", "-->", "</row>", "</c>", "<t>", "&amp;"];
const letters = fc
  .array(fc.constantFrom(...LETTERS), { maxLength: 6 })
  .map((parts) => parts.join(""));
const table = fc.array(fc.array(letters, { minLength: 3, maxLength: 3 }), {
  minLength: 1,
  maxLength: 8,
});
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

type Written = { sheet: string; strings: string };

/** The texts in the cells, with or without prefixes, comments and line ends within the tags. */
function inlineSheet(rows: readonly string[][], prefix: string, noise: string): Written {
  const cell = (text: string) =>
    `<${prefix}c t="inlineStr"${noise}><${prefix}is><${prefix}t xml:space="preserve">${escaped(text)}</${prefix}t></${prefix}is></${prefix}c>`;
  const body = rows.map((cells) => `<${prefix}row>${cells.map(cell).join("")}</${prefix}row>`);
  const sheet = `<${prefix}worksheet><${prefix}sheetData>${body.join(noise)}</${prefix}sheetData></${prefix}worksheet>`;
  return { sheet, strings: "<sst/>" };
}

/** The texts in the list of strings. */
function sharedSheet(rows: readonly string[][], noise: string): Written {
  const items = rows.flat().map((text) => `<si><t${noise}>${escaped(text)}</t></si>`);
  const body = rows.map((cells, row) => {
    const inner = cells.map((_, i) => `<c t="s"><v>${row * cells.length + i}</v></c>`);
    return `<row>${inner.join("")}</row>`;
  });
  return {
    sheet: `<worksheet><sheetData>${body.join("")}</sheetData></worksheet>`,
    strings: `<sst>${items.join("")}</sst>`,
  };
}

async function read({ sheet, strings }: Written, chunk: number): Promise<string[][]> {
  const chunks = (xml: string) => chunksOf({ bytes: Buffer.from(xml) }, chunk);
  const texts: string[] = [];
  for await (const items of elementsInStream(chunks(strings), "si", "sst")) {
    texts.push(...items.map(richText));
  }
  return await readRows(chunks(sheet), texts);
}

async function readRows(
  chunks: AsyncIterable<Uint8Array>,
  strings: readonly string[],
): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const batch of elementsInStream(chunks, "row", "sheetData")) {
    for (const element of batch) {
      const { cells } = rowCells(element, rows.length, {
        strings,
        dateStyles: [],
        from1904: false,
      });
      rows.push([...cells, "", "", ""].slice(0, 3));
    }
  }
  return rows;
}

test("cells of a sheet come back as they were written, whatever the writer and the size of chunks", async () => {
  const noise = fc.constantFrom("", " ", "\n", "  ");
  const writers = fc.constantFrom(
    (rows: string[][], between: string) => inlineSheet(rows, "", between),
    (rows: string[][], between: string) => inlineSheet(rows, "x:", between),
    sharedSheet,
  );
  // As often a few bytes as any number up to 64 KiB.
  const chunks = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 65_536 }));
  await fc.assert(
    fc.asyncProperty(table, writers, noise, chunks, async (rows, write, between, chunk) => {
      expect(await read(write(rows, between), chunk)).toEqual(rows);
    }),
    { numRuns: 400 },
  );
});

test.each([1, 2, 3, 7, 64, 1021, 4096, 65_536])(
  "no letter of a workbook of a spreadsheet's own breaks in chunks of %i bytes",
  async (chunk) => {
    const rows = Array.from({ length: 300 }, (_, i) => [
      `S-${i}`,
      "Өмүрбекова Ңурила 👩‍🎓",
      `көчө "${i}" <үй> & ${"ң".repeat(i)}`,
    ]);
    const file = await workbook(rows);
    const archive = await openArchive({ bytes: file }, file.length);
    if (archive === null) throw new Error("no archive");
    const whole = async (name: string) => {
      const entry = archive.entries.get(name);
      const parts: Uint8Array[] = [];
      if (entry) for await (const part of partChunks(archive, entry)) parts.push(part);
      return Buffer.concat(parts).toString();
    };
    const strings = (await whole("xl/sharedStrings.xml")) || "<sst/>";
    const sheet = await whole("xl/worksheets/sheet1.xml");
    expect(await read({ sheet, strings }, chunk)).toEqual(rows);
  },
);
