import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "./fixtures/own-office-test";
import { ImportsPage, type Upload } from "./pages/imports-page";
import { StudentsPage } from "./pages/students-page";

const HEADING = [
  "№ п/п",
  "Номер студента",
  "Ф.И.О.",
  "Пол",
  "Дата рожд.",
  "Гражд-во",
  "Серия и № паспорта",
];

/** A workbook as a dean's secretary keeps it: a sheet with a note, then titles above the heading and a total below. */
async function deansWorkbook(name: string, ...students: string[][]): Promise<Upload> {
  const rows = [
    ["Медицинский факультет"],
    ["Список иностранных студентов"],
    [],
    HEADING,
    ...students.map((cells, index) => [String(index + 1), ...cells]),
    [`Итого: ${students.length}`],
  ];
  const note = { name: "Справка", rows: [["Составил деканат"]] };
  return {
    name,
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(await writeXlsx({ sheets: [note, { name: "Список", rows }] })),
  };
}

test("an odd roster is read past its titles, one answer mends all rows with a word, and the same layout is known next time", async ({
  page,
}) => {
  const imports = new ImportsPage(page);
  const desk = new StudentsPage(page);
  const first = await deansWorkbook(
    "odd-roster.xlsx",
    ["Z-1", "Иманов Руслан Тимурович", "парень", "03.04.2004", "Казахстан", "N12345678"],
    ["Z-2", "Смирнова Анна Петровна", "ж", "11.12.2003", "РФ", "75 1234567"],
    ["Z-3", "Каримов Азиз", "парень", "05.06.2005", "Узбекистан", "FA1234567"],
  );
  await imports.upload("roster", first);
  await expect(imports.outcome("новая")).toContainText("1");
  await expect(imports.outcome("с ошибками")).toContainText("2");

  const word = page.getByRole("combobox", { name: "«парень»: 2 строки" });
  await word.selectOption({ label: "мужской" });
  await page.getByRole("button", { name: "Применить ко всем таким" }).click();
  await expect(imports.outcome("новые")).toContainText("3");
  await expect(imports.outcome("с ошибками")).toHaveCount(0);
  await imports.writeAll();

  await desk.open();
  await expect(desk.row("Иманов Руслан")).toHaveCount(1);

  const next = await deansWorkbook(
    "odd-roster-december.xlsx",
    ["Z-1", "Иманов Руслан Тимурович", "парень", "03.04.2004", "Казахстан", "N12345678"],
    ["Z-4", "Ким Вера Олеговна", "ж", "02.02.2004", "Казахстан", "M7654321"],
  );
  await imports.upload("roster", next);
  await expect(page.getByText(/Столбцы прочитаны как в прошлый раз/)).toBeVisible();
  await expect(imports.outcome("без изменений")).toContainText("1");
  await expect(imports.outcome("новая")).toContainText("1");
  await expect(imports.outcome("с ошибками")).toHaveCount(0);
});

test("a written log is taken back: its crossings go, and the students stand as before", async ({
  page,
}) => {
  const imports = new ImportsPage(page);
  const desk = new StudentsPage(page);
  const log = ["№ студента;Направление;Дата", "A-1;выезд;10.11.2025", "B-1;выезд;11.11.2025", ""];
  await desk.open();
  const before = await desk.row("Аманова Дана").textContent();
  await imports.upload("crossings", {
    name: "log-to-undo.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(log.join("\r\n")),
  });
  await imports.writeAll();
  await desk.open();
  await expect(desk.row("Аманова Дана")).not.toHaveText(before ?? "");

  await page.goBack();
  await page.getByRole("link", { name: "Отменить записанное…" }).click();
  const going = page.getByRole("listitem").filter({ hasText: "2 пересечения будут удалены" });
  await going.getByText("Показать 2 имени").click();
  await expect(going.getByRole("link", { name: "Аманова Дана" })).toBeVisible();
  await page.getByRole("button", { name: "Отменить записанное…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Отменить записанное" }).click();
  await expect(page.getByText("Удалено пересечений: 2")).toBeVisible({ timeout: 60_000 });
  await desk.open();
  await expect(desk.row("Аманова Дана")).toHaveText(before ?? "");
});

test("a table without a heading loses no row: its columns are named by letters and chosen by hand", async ({
  page,
}) => {
  const imports = new ImportsPage(page);
  const text = "H-1;IVANOV;PETR;05.05.2004;RU\nH-2;SINGH;-;06.06.2004;IN\n";
  await imports.upload("roster", {
    name: "no-heading.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(text),
  });
  await expect(
    page.getByText("В файле нет строки заголовка? Строка 1 похожа на данные"),
  ).toBeVisible();
  const meanings = [
    "Номер студента",
    "Фамилия (латиницей)",
    "Имя (латиницей)",
    "Дата рождения",
    "Гражданство",
  ];
  for (const [index, label] of meanings.entries()) {
    const letter = "ABCDE".charAt(index);
    await page
      .getByRole("combobox", { name: `Столбец ${letter} без заголовка` })
      .selectOption({ label });
  }
  await page.getByRole("button", { name: "Прочитать с этими столбцами" }).click();
  await expect(imports.outcome("новые")).toContainText("2");
  await expect(page.getByText(/данные начинаются со строки 1/)).toBeVisible();
});
