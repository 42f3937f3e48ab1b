import { expect, test } from "vitest";
import { type OwnHeadings, ownColumns } from "./own-headings";
import { readImport } from "./read-import";
import type { RememberedMapping } from "./remembered-mapping";

const own: OwnHeadings = {
  columns: [
    ["Строка", "Замечания"],
    ["Сап", "Эскертүүлөр"],
    ["Row", "Remarks"],
  ],
  templates: [
    ["Номер студента", "Результат", "Причина", "Номер регистрации"],
    ["Student number", "Result", "Reason", "Registration number"],
  ],
};

async function columnsIn(header: string, remembered: readonly RememberedMapping[] = []) {
  const file = `${header}\nS-1;отказано;;\n`;
  const opened = await readImport(
    { bytes: Buffer.from(file) },
    { kind: "authority", own, remembered },
  );
  if ("refused" in opened) throw new Error(opened.refused.code);
  return opened;
}

const before: RememberedMapping = {
  id: "1",
  columns: [
    { heading: "Номер студента", target: "student_no" },
    { heading: "Результат", target: "result" },
    { heading: "Номер документа", target: "document_no" },
  ],
  constants: {},
};

test.each(own.columns)(
  "%s and %s of the rows that stayed out are read as nothing",
  async (row, remarks) => {
    const header = `Номер студента;Результат;${row};${remarks}`;
    const { mapping, columns } = await columnsIn(header);
    expect(mapping).toEqual(["student_no", "result", null, null]);
    expect(columns.slice(2).map(({ by, samples }) => [by, samples])).toEqual([
      ["program", []],
      ["program", []],
    ]);
  },
);

const other: RememberedMapping = {
  ...before,
  columns: [{ heading: "Студбилет", target: "student_no" }, ...before.columns.slice(1)],
};

test("they are not told as new, what is missing beside them is", async () => {
  const { recalled } = await columnsIn("Студбилет;Результат;Строка;Замечания", [other]);
  expect(recalled).toMatchObject({ added: [], vanished: ["Номер документа"] });
});

test("remarks that stand alone, or beside a row in another language, are a column of the file", () => {
  expect(ownColumns(["Замечания", "Строка", "Row", "Замечания"], own)).toEqual(new Set());
  expect(ownColumns(["№", "СТРОКА ", "замечания"], own)).toEqual(new Set([1, 2]));
});

test("a template is not compared with another source's file, but with itself", async () => {
  const { recalled } = await columnsIn("Номер студента;Результат;Причина", [before]);
  expect(recalled).toBeNull();
  const filled: RememberedMapping = {
    ...before,
    columns: [
      { heading: "Номер студента", target: "student_no" },
      { heading: "Результат", target: "result" },
      { heading: "Причина", target: "reason" },
    ],
  };
  const again = await columnsIn("Номер студента;Результат;Причина", [before, filled]);
  expect(again.recalled).toMatchObject({ moved: [], vanished: [], added: [] });
});
