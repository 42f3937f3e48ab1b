import { expect, test } from "vitest";
import type { TableRow } from "../table";
import { readHead } from "./read-head";

async function* rowsOf(...lines: string[]): AsyncGenerator<TableRow> {
  for (const [index, line] of lines.entries()) yield { rowNo: index + 1, cells: line.split(";") };
}

test("of two titles above a heading that lacks a needed column, both are told and none is taken for its upper row", async () => {
  const head = await readHead(
    rowsOf(
      "Список иностранных студентов;;;",
      "на 15.11.2025;;;",
      "№;ФИО;Гражд-во;Факультет",
      "1;Кумар Рахул;Индия;Лечебное дело",
    ),
    "roster",
    {},
  );
  expect(head).toMatchObject({
    header: ["№", "ФИО", "Гражд-во", "Факультет"],
    headerRowNo: 3,
    headerRows: 1,
    titles: [
      { rowNo: 1, text: "Список иностранных студентов" },
      { rowNo: 2, text: "на 15.11.2025" },
    ],
  });
});

test("one word over several columns is their upper row where only it tells what they are", async () => {
  const head = await readHead(
    rowsOf(";Паспорт;;", "ФИО;серия;номер;выдан", "Кумар Рахул;AN;123;2020"),
    "roster",
    {},
  );
  expect(head).toMatchObject({ headerRowNo: 2, headerRows: 2, titles: [] });
});
