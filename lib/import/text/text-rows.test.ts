import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { chunksOf } from "../bytes/source";
import { encode } from "../file-for-tests";
import type { Delimiter } from "../file-format";
import { findDelimiter } from "./delimiter";
import { findEncoding } from "./encoding";
import { decodeChunks, textRows } from "./text-rows";

// Many files are written and read here; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const LETTERS = [..."ңөүҢӨҮқғұhіa1 ,;\t\"'\n\r№👩‍🎓", "\r\n"];
const cell = fc.array(fc.constantFrom(...LETTERS), { maxLength: 6 }).map((parts) => parts.join(""));
const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 8,
  }),
);
const delimiters = fc.constantFrom(",", ";", "\t") as fc.Arbitrary<"," | ";" | "\t">;
const lineEnds = fc.constantFrom("\n", "\r\n", "\r");

/** Written by the rules of RFC 4180; a lone empty cell is quoted, since a blank line could not be told from it. */
function csvOf(rows: readonly string[][], delimiter: string, lineEnd: string, quoteAll: boolean) {
  const line = (cells: readonly string[]) =>
    cells
      .map((text) =>
        quoteAll || /["\r\n]/.test(text) || text.includes(delimiter) || cells.join("") === ""
          ? `"${text.replaceAll('"', '""')}"`
          : text,
      )
      .join(delimiter);
  return rows.map((cells) => line(cells) + lineEnd).join("");
}

async function read(bytes: Uint8Array, delimiter: Delimiter, chunk: number) {
  const rows: string[][] = [];
  const text = decodeChunks(chunksOf({ bytes }, chunk), "utf-8");
  for await (const records of textRows(text, delimiter)) rows.push(...records);
  return rows;
}

describe("rows of a text", () => {
  test("come back as they were written, whatever the delimiter, the quotes, the line ends and the size of chunks", async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        delimiters,
        lineEnds,
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        async (rows, delimiter, lineEnd, quoteAll, chunk) => {
          const bytes = Buffer.from(csvOf(rows, delimiter, lineEnd, quoteAll));
          expect(await read(bytes, delimiter, chunk)).toEqual(rows);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([1, 2, 3, 7, 64, 1021, 4096, 65_536])(
    "no letter breaks in chunks of %i bytes",
    async (chunk) => {
      const rows = Array.from({ length: 800 }, (_, i) => [
        `S-${i}`,
        "Өмүрбекова Ңурила",
        `көчө "${i}", үй`,
      ]);
      const bytes = Buffer.from(csvOf(rows, ",", "\r\n", false));
      expect(await read(bytes, ",", chunk)).toEqual(rows);
    },
  );

  test("a quote in the middle of a cell is a letter, and blank lines are rows", async () => {
    const bytes = Buffer.from('a,общежитие "Дружба" № 3\n\n"Дружба" № 3,c\nb,c\n');
    expect(await read(bytes, ",", 5)).toEqual([
      ["a", 'общежитие "Дружба" № 3'],
      [""],
      ['"Дружба" № 3', "c"],
      ["b", "c"],
    ]);
  });
});

describe("the delimiter", () => {
  test.each([
    ["a;b\n1,5;2\n", ";"],
    ["a,b,c\n1;2,3,4\n", ","],
    ["a\tb\n1,2\t3;4\n", "\t"],
    ['"a;b","c"\n"1;2","3"\n', ","],
    ["Фамилия, имя;Дата\nАхметова, Айгуль;1\nЛи, Анна;2\n", ";"],
    ["one column\n1\n", ";"],
  ])("of %j is %j", (text, delimiter) => {
    expect(findDelimiter(text)).toBe(delimiter);
  });

  test("is found again for every even table of more than one column", () => {
    const word = fc.stringMatching(/^[a-zа-я0-9. -]{1,8}$/);
    const even = fc.integer({ min: 2, max: 6 }).chain((width) =>
      fc.array(fc.array(word, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 6,
      }),
    );
    fc.assert(
      fc.property(even, delimiters, (rows, delimiter) => {
        expect(findDelimiter(rows.map((cells) => cells.join(delimiter)).join("\n"))).toBe(
          delimiter,
        );
      }),
    );
  });
});

describe("the encoding", () => {
  const NAMES =
    "Ахметова Айгуль;Ибраимов Данияр;Касымова Жанна;Сулейменов Ерлан;Ли Анна;Юлдашев Шухрат;Цой Эдуард;Щербакова Ия";

  test.each([
    NAMES,
    NAMES.toUpperCase(),
    NAMES.toLowerCase(),
    "№ студента;Дата;Направление\n1;2;въезд",
    "1;въезд\n2;выезд\n".repeat(30),
    "общежитие;выдано\nвиза;отказано\n".repeat(5),
    "Казахстан;муж\n".repeat(100),
  ])("of Russian text is told from its letters: %s", async (text) => {
    for (const page of ["windows-1251", "ibm866", "koi8-r"] as const) {
      expect(await findEncoding(() => chunksOf({ bytes: encode(text, page) }, 7))).toEqual({
        encoding: page,
      });
    }
    expect(await findEncoding(() => chunksOf({ bytes: Buffer.from(text) }, 7))).toEqual({
      encoding: "utf-8",
    });
  });

  test.each(["utf-16le", "utf-16be"] as const)(
    "%s is told without a mark too",
    async (encoding) => {
      const text = `№ студента;Фамилия\r\n1;${NAMES}\r\n2;李 Өмүрбекова 👩‍🎓\r\n`;
      const little = Buffer.from(text, "utf16le");
      const bytes = encoding === "utf-16le" ? little : Buffer.from(little).swap16();
      for (const size of [1, 7, 4096]) {
        expect(await findEncoding(() => chunksOf({ bytes }, size))).toEqual({ encoding });
      }
      const cut = await findEncoding(() => chunksOf({ bytes: bytes.subarray(0, -1) }));
      expect(cut).toHaveProperty("refused");
    },
  );

  test.each([
    ["zeros alone", Buffer.alloc(500)],
    ["numbers of 32 bits", Buffer.from(Uint32Array.from({ length: 200 }, (_, i) => i * 77).buffer)],
    ["numbers of 16 bits", Buffer.from(Uint16Array.from({ length: 200 }, (_, i) => i).buffer)],
  ])("%s are no text", async (_name, bytes) => {
    expect(await findEncoding(() => chunksOf({ bytes }))).toHaveProperty("refused");
  });

  test.each([
    ["ISO 8859-5", encode(NAMES, "iso-8859-5")],
    ["Mac Cyrillic", encode(NAMES, "x-mac-cyrillic")],
    ["half a letter of UTF-8 at the end", Buffer.from(NAMES).subarray(0, -1)],
    ["GBK", Buffer.from("d6d0b9fad1a7c9fabfc6d1a7bcbccaf5b4f3d1a7cda8d0c5b9a4b3cc", "hex")],
  ])("%s is refused", async (_name, bytes) => {
    expect(await findEncoding(() => chunksOf({ bytes }))).toEqual({
      refused: { code: "unknownEncoding" },
    });
  });
});
