import { randomBytes } from "node:crypto";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test, vi } from "vitest";
import { readAll, refusalOf } from "../file-for-tests";
import { oneByOne } from "../table";
import { openArchive } from "./archive";
import { sheetRows } from "./sheet-rows";
import { attributeOf, elementsOf } from "./xml-elements";
import { workbookParts, zip } from "./zip-for-tests";

// Many files are written and read here; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const MEBIBYTE = 1024 * 1024;
const text = (ref: string, value: string) =>
  `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const HEADER = `<row r="1">${text("A1", "student_no")}${text("B1", "direction")}${text("C1", "at")}</row>`;
const ROW = `<row r="2">${text("A2", "S-1")}${text("B2", "entry")}${text("C2", "2025-09-01")}</row>`;
const refusalOfParts = async (parts: Parameters<typeof zip>[0]) =>
  await refusalOf(zip(parts), { kind: "crossings" });

describe("a workbook put together by hand", () => {
  test("is read, so that the refusals below are about what they say", async () => {
    const { format, rows } = await readAll(zip(workbookParts(HEADER + ROW)), { kind: "crossings" });
    expect(format).toMatchObject({ type: "xlsx", sheet: "A&B" });
    expect(rows.map(({ rowNo, parsed }) => [rowNo, parsed.ok])).toEqual([[2, true]]);
  });

  test("rows that the sheet leaves out keep their numbers", async () => {
    const later = ROW.replaceAll('2"', '9"');
    const { rows } = await readAll(zip(workbookParts(HEADER + later)), { kind: "crossings" });
    expect(rows.map(({ rowNo }) => rowNo)).toEqual([9]);
  });

  test("the first sheet with anything in it is taken", async () => {
    const file = await writeXlsx({
      sheets: [
        { name: "Пусто", rows: [] },
        {
          name: "Журнал",
          rows: [
            ["student_no", "direction", "at"],
            ["S-1", "entry", "2025-09-01"],
          ],
        },
      ],
    });
    expect((await readAll(file, { kind: "crossings" })).format).toMatchObject({
      type: "xlsx",
      sheet: "Журнал",
    });
  });
});

describe("a workbook as programs write it", () => {
  const header = ["student_no", "direction", "at"];

  test("hidden sheets are passed over", async () => {
    const file = await writeXlsx({
      sheets: [
        { name: "Списки", hidden: true, rows: [["въезд"], ["выезд"]] },
        { name: "Журнал", rows: [header, ["S-1", "entry", "2025-09-01"]] },
      ],
    });
    const { format } = await readAll(file, { kind: "crossings" });
    expect(format).toMatchObject({ type: "xlsx", sheet: "Журнал" });
  });

  test.each(["1900", "1904"] as const)(
    "dates are counted from %s where the file says so",
    async (dateSystem) => {
      const rows = [header, ["S-1", "entry", new Date(Date.UTC(2025, 8, 1, 23, 59))]];
      const file = await writeXlsx({ dateSystem, sheets: [{ name: "1", rows }] });
      const [row] = (await readAll(file, { kind: "crossings" })).rows;
      expect(row?.cells).toEqual(["S-1", "entry", "2025-09-01T23:59"]);
    },
  );

  test("shared strings with formatted pieces, numbers of 15 digits and longer", async () => {
    const strings = `<sst>${[...header, '<r><t>Өмүр</t></r><r><t xml:space="preserve">бек </t></r>']
      .map((item) => `<si>${item.startsWith("<") ? item : `<t>${item}</t>`}</si>`)
      .join("")}</sst>`;
    const shared = (ref: string, index: number) => `<c r="${ref}" t="s"><v>${index}</v></c>`;
    const sheet = `<row r="1">${shared("A1", 0)}${shared("B1", 1)}${shared("C1", 2)}</row>
      <row r="2">${shared("A2", 3)}<c r="B2"><v>999999999999999</v></c><c r="C2"><v>12345678901234567</v></c></row>`;
    const [row] = (await readAll(zip(workbookParts(sheet, strings)), { kind: "crossings" })).rows;
    expect(row?.cells).toEqual(["Өмүрбек ", "999999999999999", "1.2345678901234568E+16"]);
  });
});

describe("a dangerous or foreign archive is refused before it is unpacked into memory", () => {
  test("parts that unpack to more than their packed size allows", async () => {
    const strings = `<sst>${"<si><t>x</t></si>".repeat(1_500_000)}</sst>`;
    expect(await refusalOfParts(workbookParts(HEADER + ROW, strings))).toEqual({ code: "zipBomb" });
  });

  test("a directory that claims a small size for a large part", async () => {
    const parts = workbookParts(HEADER + ROW + " ".repeat(3 * MEBIBYTE));
    const lying = parts.map((part) =>
      part.name.includes("sheet1") ? { ...part, claimedSize: 1000 } : part,
    );
    expect(await refusalOfParts(lying)).toEqual({ code: "zipBomb" });
  });

  test("a directory that claims gigabytes", async () => {
    const claimed = workbookParts(HEADER + ROW).map((part) => ({ ...part, claimedSize: 2 ** 31 }));
    expect(await refusalOfParts(claimed)).toEqual({ code: "zipBomb" });
  });

  test("one cell of megabytes", async () => {
    const noise = randomBytes(2 * MEBIBYTE).toString("hex");
    const giant = `<row r="2">${text("A2", noise)}</row>`;
    expect(await refusalOfParts(workbookParts(HEADER + giant))).toEqual({ code: "zipBomb" });
  });

  test("a cell in the last column of the sheet", async () => {
    const far = `<row r="1">${text("A1", "student_no")}${text("XFD1", "at")}</row>`;
    expect(await refusalOfParts(workbookParts(far))).toEqual({
      code: "tooManyColumns",
      columns: 16_384,
      limit: 256,
    });
  });

  test("a cell in the last row of the sheet costs one row", async () => {
    const last = ROW.replaceAll('2"', '1048576"');
    const { rows } = await readAll(zip(workbookParts(HEADER + last)), { kind: "crossings" });
    expect(rows.map(({ rowNo }) => rowNo)).toEqual([1_048_576]);
  });

  test.each([
    ["macros", [{ name: "xl/vbaProject.bin", data: "x" }], { code: "macroWorkbook" }],
    [
      "a binary sheet",
      [{ name: "xl/workbook.bin", data: "x" }],
      { code: "notATable", found: "binaryWorkbook" },
    ],
    ["an encrypted part", [{ name: "a", data: "x", flags: 1 }], { code: "passwordProtected" }],
  ])("%s", async (_name, parts, refusal) => {
    expect(await refusalOfParts([...workbookParts(HEADER + ROW), ...parts])).toEqual(refusal);
  });

  test("a text document", async () => {
    const parts = workbookParts("").filter(({ name }) => !name.includes("sheet1"));
    expect(await refusalOfParts(parts)).toEqual({ code: "notATable", found: "document" });
  });

  test("a workbook cut off in the middle, at any place", async () => {
    const whole = zip(workbookParts(HEADER + ROW));
    for (let length = 4; length < whole.length; length += 97) {
      expect(await refusalOf(whole.slice(0, length), { kind: "crossings" })).toEqual({
        code: "brokenFile",
      });
    }
  });

  test("sheets of broken XML", async () => {
    expect(await refusalOfParts(workbookParts('<row r="1"><c r="A1'))).toMatchObject({
      code: expect.stringMatching(/brokenFile|noRows/),
    });
  });
});

test("elements and attributes of small XML are read with prefixes, quotes and entities", () => {
  const xml = `<s:sheets><sheet name="A&amp;lt; &quot;б&quot; > &#1078;" r:id='x'/><x:sheet name="2"></x:sheet></s:sheets>`;
  const sheets = elementsOf(xml, "sheet");
  expect(sheets.map((tag) => [attributeOf(tag, "name"), attributeOf(tag, "id")])).toEqual([
    ['A&lt; "б" > ж', "x"],
    ["2", ""],
  ]);
});

test("rows come as they are unpacked: a fault at the end of a long sheet shows only there", async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => ROW.replaceAll('2"', `${i + 2}"`));
  const bytes = zip(workbookParts(`${HEADER + rows.join("")}<row r="30000"><c`));
  const archive = await openArchive({ bytes }, bytes.length);
  if (!archive) throw new Error("no workbook");
  const lookups = { strings: [], dateStyles: [], from1904: false };
  const read = sheetRows(archive, "xl/worksheets/sheet1.xml", lookups);
  const taken: number[] = [];
  const all = async () => {
    for await (const { rowNo } of oneByOne(read)) taken.push(rowNo);
  };
  await expect(all()).rejects.toMatchObject({ refusal: { code: "brokenFile" } });
  expect(taken).toHaveLength(20_001);
});
