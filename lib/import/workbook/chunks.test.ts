import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { chunksOf } from "../bytes/source";
import { elementsInStream } from "./elements-in-stream";
import { type Lookups, rowCells } from "./row-cells";
import { richText } from "./xml-text";

// Many sheets are cut here; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const letters = fc.array(fc.constantFrom(..."ңөүҢӨҮқғұһіa1;\"'<>&№👩‍🎓"), { maxLength: 8 });
const text = letters.map((all) => all.join(""));
const cell = fc.record({ text, shared: fc.boolean() });
const sheet = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 12,
});
type Sheet = { text: string; shared: boolean }[][];

/** The XML of a sheet and of its shared strings; `prefix` stands at every element where there is one. */
function xmlOf(rows: Sheet, prefix: string): { sheet: string; strings: string } {
  const strings: string[] = [];
  const p = prefix === "" ? "" : `${prefix}:`;
  const cellOf = (one: Sheet[number][number], reference: string) => {
    if (!one.shared) {
      return `<${p}c r="${reference}" t="inlineStr"><${p}is><${p}t>${escaped(one.text)}</${p}t></${p}is></${p}c>`;
    }
    strings.push(`<${p}si><${p}t>${escaped(one.text)}</${p}t></${p}si>`);
    return `<${p}c r="${reference}" t="s"><${p}v>${strings.length - 1}</${p}v></${p}c>`;
  };
  const lines = rows.map((cells, n) => {
    const inner = cells.map((one, i) => cellOf(one, `${String.fromCharCode(65 + i)}${n + 1}`));
    return `<${p}row r="${n + 1}" spans="1:5">${inner.join("")}</${p}row>`;
  });
  return {
    sheet: `<${p}worksheet><${p}sheetData>${lines.join("")}</${p}sheetData></${p}worksheet>`,
    strings: `<${p}sst>${strings.join("")}</${p}sst>`,
  };
}

async function elementsOf(xml: string, chunk: number, name: string, until: string) {
  const found: string[] = [];
  const chunks = chunksOf({ bytes: Buffer.from(xml) }, chunk);
  for await (const batch of elementsInStream(chunks, name, until)) found.push(...batch);
  return found;
}

async function read({ sheet, strings }: ReturnType<typeof xmlOf>, chunk: number) {
  const lookups: Lookups = {
    strings: (await elementsOf(strings, chunk, "si", "sst")).map(richText),
    dateStyles: [],
    from1904: false,
  };
  let before = 0;
  return (await elementsOf(sheet, chunk, "row", "sheetData")).map((element) => {
    const { rowNo, cells } = rowCells(element, before, lookups);
    before = rowNo;
    return cells;
  });
}

/** Empty cells at the end are no columns. */
function expected(rows: Sheet): string[][] {
  return rows.map((cells) => {
    const texts = cells.map((one) => one.text);
    while (texts.at(-1) === "") texts.pop();
    return texts;
  });
}

test("a sheet comes back as it was written, whatever the size of chunks and the prefix", async () => {
  await fc.assert(
    fc.asyncProperty(
      sheet,
      fc.constantFrom("", "x"),
      fc.integer({ min: 1, max: 60 }),
      async (rows, prefix, chunk) => {
        expect(await read(xmlOf(rows, prefix), chunk)).toEqual(expected(rows));
      },
    ),
    { numRuns: 300 },
  );
});

test.each([1, 2, 3, 7, 64, 1021, 4096, 65_536])(
  "no letter breaks in chunks of %i bytes",
  async (chunk) => {
    const rows = Array.from({ length: 400 }, (_, i) => [
      { text: `S-${i}`, shared: true },
      { text: "Өмүрбекова Ңурила", shared: i % 2 === 0 },
      { text: `көчө "${i}" & үй`, shared: false },
    ]);
    expect(await read(xmlOf(rows, ""), chunk)).toEqual(expected(rows));
  },
);

const number = fc.constantFrom("0", "7", "12", "44197.4166667", "1.5", "123456789012", "007", "2.");
const quick = fc.record({
  column: fc.constantFrom("A", "B", "Z", "AB", "IV", ""),
  row: fc.constantFrom("1", "12", ""),
  style: fc.constantFrom("", ' s="0"', ' s="1"', ' s="9"'),
  type: fc.constantFrom("", ' t="s"', ' t="n"', ' t="b"'),
  value: number,
});

test("a cell that is read at once is what the long way makes of it, which a second space leads to", () => {
  const lookups = {
    strings: Array.from({ length: 13 }, (_, n) => `T${n}`),
    dateStyles: [null, "day" as const],
    from1904: false,
  };
  const outcome = (xml: string) => {
    try {
      return rowCells(`<row r="1">${xml}</row>`, 0, lookups).cells;
    } catch (error) {
      return String(error);
    }
  };
  fc.assert(
    fc.property(quick, ({ column, row, style, type, value }) => {
      const rest = `r="${column}${row}"${style}${type}><v>${value}</v></c>`;
      expect(outcome(`<c ${rest}`)).toEqual(outcome(`<c  ${rest}`));
    }),
    { numRuns: 2000 },
  );
});
