import { expect, test } from "./fixtures/own-office-test";
import { GridPage } from "./pages/grid-page";
import { ImportsPage } from "./pages/imports-page";

const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(lines.join("\r\n")),
});

test("a faculty that nobody is of is asked about beside those alike, and the answer is remembered", async ({
  page,
}) => {
  const imports = new ImportsPage(page);
  const heading = "№ студента;Фамилия;Имя;Гражданство;Факультет";
  await imports.upload(
    "roster",
    csv("faculties.csv", [
      heading,
      "F-1;Юсупова;Лола;Узб.;Медицинский факультет",
      "F-2;Цой;Мин;Казах.;Юридический факультет",
    ]),
  );
  await imports.writeAll();

  await imports.upload(
    "roster",
    csv("short.csv", [heading, "F-3;Щукина;Яна;Росс.;Мед. фак.", "F-4;Эмин;Ян;Инд.;Химия"]),
  );
  await expect(imports.outcome("с ошибками")).toContainText("2");
  const faculty = page.getByRole("combobox", { name: "«Мед. фак.»: 1 строка" });
  await expect(faculty.getByRole("option").nth(1)).toHaveText("Медицинский факультет");
  await faculty.selectOption({ label: "Медицинский факультет" });
  await page
    .getByRole("combobox", { name: "«Химия»: 1 строка" })
    .selectOption({ label: "новый факультет: «Химия»" });
  const ofFaculties = page.locator("form", { has: faculty });
  await ofFaculties.getByRole("button", { name: "Применить ко всем таким" }).click();
  await expect(imports.outcome("новая")).toContainText("1");
  const country = page.getByRole("combobox", { name: "«Инд.»: 1 строка" });
  await expect(country.getByRole("option")).toContainText(["не решено", "Индия", "Индонезия"]);
  await country.selectOption({ label: "Индия" });
  await page
    .locator("form", { has: country })
    .getByRole("button", { name: "Применить ко всем таким" })
    .click();
  await expect(imports.outcome("новые")).toContainText("2");
  await imports.writeAll();

  await imports.upload("roster", csv("next.csv", [heading, "F-5;Ёлкина;Ия;РФ;МЕД. ФАК."]));
  await expect(imports.outcome("новая")).toContainText("1");
});

test("a date that could be read otherwise stands with the day that it was read as, in the list and in the grid", async ({
  page,
}) => {
  const imports = new ImportsPage(page);
  await imports.upload(
    "crossings",
    csv("slashes.csv", [
      "№ студента;Направление;Дата",
      "A-1;выезд;03/04/25",
      "A-1;1;04/04/25 10:00",
      "A-1;выезд;05.04.2025",
    ]),
  );
  await page.getByRole("radio", { name: /Сначала день/ }).check();
  await page.getByRole("button", { name: "Прочитать так весь файл" }).click();
  const row = (number: number) => page.locator(`#row-${number}`);
  await expect(row(2)).toContainText("03/04/25 → 3 апр 2025");
  await expect(row(4)).not.toContainText("→");
  await expect(page.getByText("A-1 · 1 · 04/04/25 10:00")).toBeVisible();

  const grid = new GridPage(page);
  await grid.open();
  await expect(grid.cell(3, "C")).toContainText("04/04/25 10:00 → 4 апр 2025, 10:00");
  await grid.cell(3, "C").click();
  await expect(page.getByText("→ 4 апр 2025, 10:00").last()).toBeVisible();
});
