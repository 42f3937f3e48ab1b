import { describe, expect, test, vi } from "vitest";
import { encode, issuesOf, readAll, refusalOf } from "./file-for-tests";
import { readImport } from "./read-import";
import { workbookParts, zip } from "./workbook/zip-for-tests";

// Many files are written and read here; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const RUSSIAN = "Номер студента;Дата;Направление\nS-1;01.09.2025;въезд\nS-2;02.09.2025;выезд\n";
const ROWS = "S-1,entry,2025-09-01\nS-2,exit,2025-09-02\n";
const cell = (ref: string, value: string) =>
  `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const HEADER = `<row r="1">${cell("A1", "student_no")}${cell("B1", "direction")}${cell("C1", "at")}</row>`;
const row = (n: number, attributes = "", at = cell(`C${n}`, "2025-09-01")) =>
  `<row r="${n}"${attributes}>${cell(`A${n}`, `S-${n}`)}${cell(`B${n}`, "entry")}${at}</row>`;

describe("an instruction about the delimiter in the first line", () => {
  test.each(["sep=;", "SEP=;", '"sep=;"', "\ufeffsep=;"])(
    "%s is followed and not shown",
    async (line) => {
      const file = `${line}\r\nНомер студента;Дата;Направление\r\nS-1,2;01.09.2025;въезд\r\n`;
      const { format, rows } = await readAll(file, { kind: "crossings" });
      expect(format).toMatchObject({ delimiter: ";", titles: [] });
      expect(JSON.stringify(format)).not.toMatch(/sep=/i);
      // As Excel counts, which does not show that line.
      expect(rows.map(({ rowNo, parsed }) => [rowNo, parsed.ok])).toEqual([[2, true]]);
    },
  );
});

test("a line of totals is no sample of a column", async () => {
  const file = "Номер студента;Дата;Направление\nS-1;01.09.2025;въезд\nИтого: 1;;\n";
  const opened = await readImport({ bytes: Buffer.from(file) }, { kind: "crossings" });
  expect("columns" in opened && opened.columns[0]?.samples).toEqual(["S-1"]);
});

describe("the heading is found", () => {
  test.each([
    [
      "below a title",
      `Журнал пересечений,,\nза 2025 год,,\nstudent_no,direction,at\n${ROWS}`,
      3,
      2,
    ],
    ["below a title of one cell", `Журнал\nstudent_no,direction,at\n${ROWS}`, 2, 1],
    ["below blank lines", `\n\nstudent_no,direction,at\n${ROWS}`, 3, 0],
  ])("%s, which is told", async (_name, file, headerRow, titles) => {
    const { format, rows } = await readAll(file, { kind: "crossings" });
    expect(format).toMatchObject({ headerRows: 1, titles: { length: titles } });
    expect(rows.map(({ rowNo }) => rowNo)).toEqual([headerRow + 1, headerRow + 2]);
    expect(issuesOf(rows)).toEqual({});
  });

  test("over two rows, merged cells going with each column below them", async () => {
    const file = [
      "Студент,,,Документ,,Гражданство",
      "№ студента,Фамилия,Имя,вид,номер,",
      "S-1,Ли,Анна,паспорт,N1,Казахстан",
    ].join("\n");
    const { format, mapping, rows } = await readAll(file, { kind: "roster" });
    expect(format).toMatchObject({ headerRows: 2 });
    expect(mapping).toContain("citizenship");
    expect(mapping.filter((field) => field === "document_no")).toHaveLength(1);
    expect(rows.map(({ rowNo, parsed }) => [rowNo, parsed.ok])).toEqual([[3, true]]);
  });

  test("where a person says that it is", async () => {
    const file = `student_no,direction,at\n№ студента,Направление,Дата\n${ROWS}`;
    const reading = { headerRow: 2, headerRows: 1 } as const;
    const { rows } = await readAll(file, { kind: "crossings", reading });
    expect(rows.map(({ rowNo }) => rowNo)).toEqual([3, 4]);
  });
});

describe("rows that are no records are told and set aside, each once", () => {
  test.each([
    ["Итого: 2,,", "totalRow"],
    ["Всего,2,", "totalRow"],
    ["Жыйынтык,2,", "totalRow"],
    ["Total,2,", "totalRow"],
    [",,Итого 2", "totalRow"],
    ["Проректор ____________ Иванов И. И.,,", "signatureRow"],
    ["Исполнитель: Асанова А.,,", "signatureRow"],
    ["Кол тамгасы,,", "signatureRow"],
    ["Prepared by A. Asanova,,", "signatureRow"],
    ["________________,,", "signatureRow"],
    ["1,2,3", "columnNumbers"],
    ["Пример: S-9,entry,2025-09-01", "exampleRow"],
    ["Мисал: S-9,entry,2025-09-01", "exampleRow"],
    ["Үлгү: S-9,entry,2025-09-01", "exampleRow"],
    ["Example: S-9,entry,2025-09-01", "exampleRow"],
  ])("%s", async (line, code) => {
    const { rows } = await readAll(`student_no,direction,at\n${ROWS}${line}\n`, {
      kind: "crossings",
    });
    expect(rows).toHaveLength(3);
    expect(issuesOf(rows)).toEqual({ 4: [code] });
  });

  test("but a student whose number begins with such a word is a student", async () => {
    const { rows } = await readAll("student_no,direction,at\nИтого-7,entry,2025-09-01\n", {
      kind: "crossings",
    });
    expect(issuesOf(rows)).toEqual({});
  });
});

describe("a sheet", () => {
  test("with hidden rows is read with them, or without where a person says so", async () => {
    const file = zip(workbookParts(HEADER + row(2) + row(3, ' hidden="1"')));
    const read = await readAll(file, { kind: "crossings" });
    expect(read.rows[1]?.parsed).toMatchObject({ ok: true, notices: [{ code: "shownHidden" }] });
    const left = await readAll(file, { kind: "crossings", reading: { hiddenRows: false } });
    expect(issuesOf(left.rows)).toEqual({ 3: ["hiddenRow"] });
  });

  test("gives the stored value of a formula and says so; without one there is no value", async () => {
    const stored = `<c r="C2" t="str"><f>TEXT(A1&gt;1)</f><v>2025-09-01</v></c>`;
    const empty = `<c r="C3"><f>TODAY()</f></c>`;
    const file = zip(workbookParts(HEADER + row(2, "", stored) + row(3, "", empty)));
    const { rows } = await readAll(file, { kind: "crossings" });
    expect(rows[0]?.parsed).toMatchObject({
      ok: true,
      notices: [{ code: "formulaResult", field: "at" }],
    });
    expect(issuesOf(rows)).toMatchObject({ 3: ["at: cellError", "at: missingValue"].slice(0, 1) });
  });

  test("with formulas into other files is read without them, and that is told", async () => {
    const link = { name: "xl/externalLinks/externalLink1.xml", data: "<externalLink/>" };
    const { format } = await readAll(zip([...workbookParts(HEADER + row(2)), link]), {
      kind: "crossings",
    });
    expect(format).toMatchObject({ externalLinks: true });
  });

  test("with merged cells says which", async () => {
    const areas =
      '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells>';
    const rows = Array.from({ length: 3000 }, (_, i) => row(i + 2)).join("");
    const parts = workbookParts(HEADER + rows).map((part) =>
      part.name.includes("sheet1")
        ? { ...part, data: String(part.data).replace("</worksheet>", `${areas}</worksheet>`) }
        : part,
    );
    const { format } = await readAll(zip(parts), { kind: "crossings" });
    expect(format).toMatchObject({ mergedAreas: ["A1:C1", "A2:A3"] });
  });

  test("that the workbook does not have is refused by name", async () => {
    const file = zip(workbookParts(HEADER + row(2)));
    expect(await refusalOf(file, { kind: "crossings", reading: { sheet: "Б" } })).toEqual({
      code: "noSuchSheet",
      sheet: "Б",
    });
  });

  test("of rows that go backwards is broken", async () => {
    const file = zip(workbookParts(HEADER + row(3) + row(2)));
    await expect(readAll(file, { kind: "crossings" })).rejects.toThrow("brokenFile");
  });
});

describe("an encoding", () => {
  test.each(["windows-1251", "ibm866", "koi8-r"] as const)("%s is found", async (encoding) => {
    const { format, rows } = await readAll(encode(RUSSIAN, encoding), { kind: "crossings" });
    expect(format).toMatchObject({ encoding, sample: RUSSIAN.trim().split("\n") });
    expect(issuesOf(rows)).toEqual({});
  });

  test("that a person chooses is taken: UTF-16 without a mark", async () => {
    const { rows } = await readAll(Buffer.from(RUSSIAN, "utf16le"), {
      kind: "crossings",
      reading: { encoding: "utf-16le", delimiter: ";" },
    });
    expect(issuesOf(rows)).toEqual({});
  });

  test("that does not fit is refused", async () => {
    const file = encode(RUSSIAN, "windows-1251");
    const reading = { encoding: "utf-8" } as const;
    expect(await refusalOf(file, { kind: "crossings", reading })).toEqual({
      code: "wrongEncoding",
      encoding: "utf-8",
    });
  });
});
