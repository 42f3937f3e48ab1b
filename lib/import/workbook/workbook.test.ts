import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { readAll, refusalOf } from "../file-for-tests";
import { sheetNames } from "./sheet-names";
import { workbookParts, zip } from "./zip-for-tests";

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
    expect(format).toEqual({ type: "xlsx", sheet: "A&B" });
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
    expect((await readAll(file, { kind: "crossings" })).format).toEqual({
      type: "xlsx",
      sheet: "Журнал",
    });
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
    const noise = Array.from({ length: 400_000 }, (_, i) => (i * 2_654_435_761).toString(36)).join(
      "",
    );
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

test("names of sheets are read with their entities", () => {
  expect(
    sheetNames(
      '<sheets><sheet name="A&amp;lt; &quot;б&quot;" r:id="1"/><x:sheet state="hidden" name="2"/></sheets>',
    ),
  ).toEqual(['A&lt; "б"', "2"]);
});
