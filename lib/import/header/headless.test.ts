import { expect, test } from "vitest";
import { day } from "@/lib/civil-date/day";
import { readAll, refusalOf } from "../file-for-tests";
import { readImport } from "../read-import";

const PASTED = "25-0002\tвъезд\t01.10.2025\tКордай\n25-0003\tвыезд\t02.10.2025\tКордай\n";
const MAPPING = ["student_no", "direction", "at", "checkpoint"] as const;
const TODAY = day("2025-11-15");
const log = { kind: "crossings", today: TODAY } as const;

const rowNos = async (text: string, options: Parameters<typeof readAll>[1]) =>
  (await readAll(text, options)).rows.map(({ rowNo, parsed }) => [rowNo, parsed.ok]);

test("a table whose first row is data has no heading, and asks which columns are which", async () => {
  const opened = await readImport({ bytes: Buffer.from(PASTED) }, log);
  if (!("refused" in opened)) throw new Error("it was read");
  expect(opened.refused).toMatchObject({ code: "noHeading", row: 1 });
  expect(opened.table).toMatchObject({
    header: ["", "", "", ""],
    format: { headerRows: 0, titles: [] },
  });
  expect(opened.table?.columns.map(({ samples }) => samples[0])).toEqual([
    "25-0002",
    "въезд",
    "01.10.2025",
    "Кордай",
  ]);
});

test("with the columns chosen by hand its first row is read as all others", async () => {
  expect(await rowNos(PASTED, { ...log, mapping: MAPPING })).toEqual([
    [1, true],
    [2, true],
  ]);
  const [one = ""] = PASTED.split("\n");
  expect(await rowNos(one, { ...log, mapping: MAPPING })).toEqual([[1, true]]);
});

test("below a title as well", async () => {
  const text = `Журнал;;;\n${PASTED.replaceAll("\t", ";")}25-0004;въезд;03.10.2025;Кордай\n`;
  const { rows, format } = await readAll(text, { ...log, mapping: MAPPING });
  expect(rows.map(({ rowNo }) => rowNo)).toEqual([2, 3, 4]);
  expect(format).toMatchObject({ headerRows: 0, titles: [{ rowNo: 1, text: "Журнал" }] });
});

test("a person may say that there is no heading, from which row on, or that there is one", async () => {
  const words = "Асанов;въезд;вчера\nКим;выезд;сегодня\n";
  const mapping = ["student_no", "direction", "at"] as const;
  const of = (reading: object) => rowNos(words, { ...log, mapping, reading });
  expect(await of({})).toEqual([[2, false]]);
  expect(await of({ headerRows: 0 })).toEqual([
    [1, false],
    [2, false],
  ]);
  expect(await of({ headerRows: 0, headerRow: 2 })).toEqual([[2, false]]);
  expect(await rowNos(PASTED, { ...log, mapping: MAPPING, reading: { headerRows: 1 } })).toEqual([
    [2, true],
  ]);
});

test.each([
  ["headings that nobody knows", "Алпамыс;Калий;Дата Х\n25-0002;въезд;01.10.2025\n"],
  ["headings with years", "Список 2025;Курс 2024/2025;Март\n25-0002;5;01.10.2025\n"],
  ["days as headings", "ФИО;01.09.2025;02.09.2025\nАсанов;+;-\n"],
  ["one known heading among values", "Фамилия;2025-09-01;77777\nАсанов;2025-09-01;77777\n"],
])("%s are a heading", async (_name, text) => {
  expect(await refusalOf(text, log)).toMatchObject({ code: "missingColumns" });
});
