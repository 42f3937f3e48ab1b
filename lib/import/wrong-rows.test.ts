import { describe, expect, test, vi } from "vitest";
import { issuesOf, readAll, refusalOf } from "./file-for-tests";
import { readImport } from "./read-import";

// Many files are written and read here; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const CROSSINGS = "student_no,direction,at\nS-1,entry,2025-09-01\n";
describe("the columns of a file", () => {
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

  test("three rows of headings are read by the columns that a person has chosen, the other headings told", async () => {
    const file = [
      "student_no,direction,at",
      "№ студента,направление,дата",
      "student_no,direction,at",
      "S-1,entry,2025-09-01",
    ].join("\n");
    expect(await refusalOf(file, { kind: "crossings", reading: { headerRows: 2 } })).toEqual({
      code: "twoHeaderRows",
    });
    const reading = { headerRow: 1, headerRows: 1 } as const;
    const mapping = ["student_no", "direction", "at"] as const;
    const { rows } = await readAll(file, { kind: "crossings", reading, mapping });
    expect(issuesOf(rows)).toEqual({ 2: ["repeatedHeader"], 3: ["repeatedHeader"] });
    expect(rows.at(-1)?.parsed.ok).toBe(true);
  });

  test.each([
    ["a field of another kind", ["student_no", "faculty", "at"]],
    ["more columns than the file has", ["student_no", "direction", "at", null]],
  ] as const)("a mapping with %s is refused", async (_name, mapping) => {
    expect(await refusalOf(CROSSINGS, { kind: "crossings", mapping })).toEqual({
      code: "badMapping",
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

  test("what a person should know of it besides is told at once, not after it is mended", async () => {
    const file = [
      "student_no,document_no,direction,at,checkpoint",
      "S-1,,туда,2025-09-01T23:59,Нигде",
      "S-2,N1234567О,entry,31.02.2025,Манас",
      "Итого,,туда,2025-09-01T23:59,Нигде",
    ].join("\n");
    const { rows } = await readAll(file, { kind: "crossings" });
    expect(issuesOf(rows)).toEqual({
      2: ["direction: unknownDirection"],
      3: ["at: impossibleDate"],
      4: ["totalRow"],
    });
    const told = rows.map(({ parsed }) => parsed.notices.map(({ code }) => code));
    expect(told).toEqual([["nearMidnight", "unknownCheckpoint"], ["lookAlikeLetters"], []]);
  });

  test("a name that cannot be taken apart hides nothing else", async () => {
    const file = "student_no,ФИО,citizenship,birth_date\n,Токтогулов,Атлантида,31.02.2001\n";
    const { rows } = await readAll(file, { kind: "roster" });
    expect(issuesOf(rows)).toEqual({
      2: [
        "last_name_cyrillic: unclearName",
        "student_no: missingValue",
        "birth_date: impossibleDate",
        "citizenship: unknownCitizenship",
      ],
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
      notices: [],
    });
    expect(rows[0]?.cells).toEqual(["1.5E+08", "туда", "2025-09-01"]);
  });
});
