import { describe, expect, test, vi } from "vitest";
import { issuesOf, readAll, refusalOf, workbook } from "./file-for-tests";
import { readImport } from "./read-import";
import { zip } from "./workbook/zip-for-tests";

// Many files are written and read here; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const CROSSINGS = "student_no,direction,at\nS-1,entry,2025-09-01\n";
const RUSSIAN = "№ студента;Дата;Направление\nS-1;01.09.2025;въезд\nS-2;02.09.2025;выезд\n";
const PNG = Buffer.from(
  "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489",
  "hex",
);

describe("a file that is no table is refused with its reason", () => {
  test.each([
    ["an empty file", "", { code: "emptyFile" }],
    ["a byte order mark alone", "\uFEFF", { code: "emptyFile" }],
    ["blank lines", "\r\n  \r\n", { code: "blankFile" }],
    ["a picture named .csv", PNG, { code: "notATable", found: "picture" }],
    ["a PDF", "%PDF-1.7\n...", { code: "notATable", found: "pdf" }],
    ["a web page named .xls", "<html><table></table></html>", { code: "notATable", found: "html" }],
    [
      "binary junk",
      Uint8Array.from({ length: 999 }, (_, i) => (i * 89) % 256),
      { code: "notATable", found: "binary" },
    ],
    [
      "an old workbook",
      Buffer.from(`d0cf11e0a1b11ae1${"00".repeat(600)}`, "hex"),
      { code: "oldXls" },
    ],
    [
      "a workbook with a password",
      Buffer.concat([
        Buffer.from("d0cf11e0a1b11ae1", "hex"),
        Buffer.alloc(512),
        Buffer.from("EncryptedPackage", "utf16le"),
      ]),
      { code: "passwordProtected" },
    ],
    [
      "an archive of pictures",
      zip([{ name: "a.png", data: PNG }]),
      { code: "notATable", found: "archive" },
    ],
    ["half a workbook", Buffer.from("504b03041400000008000000", "hex"), { code: "brokenFile" }],
    ["UTF-16 without a mark", Buffer.from(RUSSIAN, "utf16le"), { code: "unknownEncoding" }],
    [
      "accented letters of Latin-1",
      Buffer.from(
        "student_no,direction,at,checkpoint\n1,entry,2025-01-01,S\u00e3o Jos\u00e9\n",
        "latin1",
      ),
      { code: "unknownEncoding" },
    ],
    ["a header alone", "student_no,direction,at\n", { code: "noRows" }],
    [
      "a column missing",
      "student_no,at\nS-1,2025-09-01\n",
      { code: "missingColumns", missing: [[["direction"]]] },
    ],
    [
      "no column that says who",
      "direction,at\nentry,2025-09-01\n",
      { code: "missingColumns", missing: [[["student_no"], ["document_no"]]] },
    ],
    [
      "one column twice",
      "student_no,direction,at,Дата\nS-1,entry,2025-09-01,2025-09-02\n",
      { code: "duplicateColumns", duplicates: [{ field: "at", columns: [2, 3] }] },
    ],
    [
      "two header rows",
      `student_no,direction,at\n№ студента,Направление,Дата\nS-1,entry,2025-09-01\n`,
      { code: "twoHeaderRows" },
    ],
    ["the header twice", `student_no,direction,at\n${CROSSINGS}`, { code: "twoHeaderRows" }],
    [
      "a roster taken for crossings",
      "student_no,last_name,first_name,citizenship\nS-1,A,B,KZ\n",
      { code: "wrongKind", chosen: "crossings", looksLike: "roster" },
    ],
    [
      "more columns than a table has",
      `${"x,".repeat(300)}y\n1\n`,
      { code: "tooManyColumns", columns: 301, limit: 256 },
    ],
    [
      "no table at all",
      "Дорогие коллеги!\nПосылаю список позже.\n",
      expect.objectContaining({ code: "missingColumns" }),
    ],
  ])("%s", async (_name, file, expected) => {
    expect(await refusalOf(file, { kind: "crossings" })).toEqual(expected);
  });

  test("a sheet without rows", async () => {
    expect(await refusalOf(await workbook([]), { kind: "crossings" })).toEqual({ code: "noRows" });
    expect(await refusalOf(await workbook([[null, ""]]), { kind: "crossings" })).toEqual({
      code: "noRows",
    });
  });

  test("a sheet with a header and no rows", async () => {
    const file = await workbook([["student_no", "direction", "at"]]);
    expect(await refusalOf(file, { kind: "crossings" })).toEqual({ code: "noRows" });
  });

  test("a refused table is still shown, so that its columns can be mapped by hand", async () => {
    const file = { bytes: Buffer.from("who,direction,at\nS-1,entry,2025-09-01\n") };
    const refused = await readImport(file, { kind: "crossings" });
    expect(refused).toMatchObject({
      refused: { code: "missingColumns" },
      table: { header: ["who", "direction", "at"], mapping: [null, "direction", "at"] },
    });
    const mapped = await readImport(file, {
      kind: "crossings",
      mapping: ["student_no", "direction", "at"],
    });
    expect(mapped).toMatchObject({ mapping: ["student_no", "direction", "at"], unmapped: [] });
  });

  test.each([
    ["a field of another kind", ["student_no", "iin", "at"]],
    ["more columns than the file has", ["student_no", "direction", "at", null]],
  ] as const)("a mapping with %s is refused", async (_name, mapping) => {
    expect(await refusalOf(CROSSINGS, { kind: "crossings", mapping })).toEqual({
      code: "badMapping",
    });
  });
});

describe("a fault further down refuses the whole file", () => {
  test("a quote that never closes", async () => {
    const file = `${CROSSINGS}S-2,"entry,2025-09-02\n${"S-3,exit,2025-09-03\n".repeat(50)}`;
    expect(await refusalOf(file, { kind: "crossings" })).toEqual({ code: "unclosedQuote", row: 3 });
    const longer = `${CROSSINGS}${"S-3,exit,2025-09-03\n".repeat(5000)}S-2,"entry,2025-09-02\n`;
    await expect(readAll(longer, { kind: "crossings" })).rejects.toMatchObject({
      refusal: { code: "unclosedQuote", row: 5003 },
    });
  });

  test("a record longer than any row", async () => {
    const file = `${CROSSINGS}S-2,"${"x".repeat(1_200_000)}",2025-09-02\n`;
    expect(await refusalOf(file, { kind: "crossings" })).toMatchObject({
      code: "recordTooLong",
      row: 3,
    });
  });
});

describe("a wrong row tells all that is wrong with it, and the others are read", () => {
  test("dates that do not exist, unknown words, cells shifted, headings again", async () => {
    const file = [
      "student_no,direction,at,checkpoint",
      "S-1,entry,2025-09-01,",
      "S-2,туда,31.02.2026,",
      "",
      ",exit,,",
      "S-3,exit,2025-09-01",
      "S-4,exit,2025-09-01,a,b",
      "student_no,direction,at,checkpoint",
      "S-5,exit,2025-09-01T25:00,",
      "S-6,exit,2025-09-01T10:00Z,",
      "S-7,exit,05/09/2025,",
      "S-8,exit,45901,",
      "1.23E+08,exit,2025-09-01,#REF!",
      "S-9,exit,0205-09-01,",
      "S-10,exit,2025-09-02,,,",
    ].join("\n");
    const { rows } = await readAll(file, { kind: "crossings" });
    expect(rows).toHaveLength(13);
    expect(issuesOf(rows)).toEqual({
      3: ["direction: unknownDirection", "at: impossibleDate"],
      5: ["student_no: missingValue", "at: missingValue"],
      6: ["rowLength"],
      7: ["rowLength"],
      8: ["repeatedHeader"],
      9: ["at: impossibleTime"],
      10: ["at: timeZone"],
      11: ["at: ambiguousDate"],
      12: ["at: serialDate"],
      13: ["student_no: scientificNumber", "checkpoint: cellError"],
      14: ["at: implausibleDate"],
    });
  });

  test("an issue names column and value, but never a document number", async () => {
    const file = "document_no,direction,at\n1.5E+08,туда,2025-09-01\n";
    const { rows } = await readAll(file, { kind: "crossings" });
    expect(rows[0]?.parsed).toEqual({
      ok: false,
      issues: [
        { code: "scientificNumber", field: "document_no", column: 0, value: "", params: {} },
        { code: "unknownDirection", field: "direction", column: 1, value: "туда", params: {} },
      ],
    });
    expect(rows[0]?.cells).toEqual(["1.5E+08", "туда", "2025-09-01"]);
  });
});
