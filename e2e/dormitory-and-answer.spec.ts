import { test as base, expect } from "@playwright/test";
import { writeXlsx } from "hucre/xlsx";
import { keptSignIn } from "./fixtures/kept-sign-in";
import { runInDatabase } from "./fixtures/run-in-database";
import type { Account } from "./fixtures/running";
import { ImportsPage, type Upload } from "./pages/imports-page";
import { RegistrationsPage } from "./pages/registrations-page";
import { StudentsPage } from "./pages/students-page";

/** By the registrar of an office that no other test knows (fixtures/make-hall.ts tells its students). */
const test = base.extend({
  storageState: async ({ browser }, use) => {
    await use(await keptSignIn(browser, await runInDatabase<Account>("make-hall.ts")));
  },
});

/** As the manager of a hall keeps it: titles above the heading, full names, a total below. */
async function hallList(): Promise<Upload> {
  const rows = [
    ["Общежитие: список проживающих на 14.11.2025"],
    [],
    ["№", "Ф.И.О.", "№ паспорта", "Общежитие", "Комната", "Дата заселения", "Дата выселения"],
    ["1", "Аманова Дана", "N1H-1", "общ. №3", "14", "01.09.2025", ""],
    ["2", "Борисов Иван", "N1H-2", "Дом на Ахунбаева", "12", "01.09.2025", ""],
    ["3", "Волков Олег", "N1H-3", "общ. №3", "12", "01.09.2025", "10.11.2025"],
    ["Итого: 3"],
  ];
  return {
    name: "hall.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(await writeXlsx({ sheets: [{ name: "Список", rows }] })),
  };
}

const ANSWER: Upload = {
  name: "answer.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "ФИО;№ паспорта;Результат;Причина отказа;Номер регистрации;Дата начала;Дата окончания;Орган",
      "Аманова Дана;N1H-1;зарегистрирована;;0077/25;14.11.2025;30.06.2026;ЦОН № 1",
      "Борисов Иван;N1H-2;отказано;Нет штампа о въезде;;;;ЦОН № 1",
      "Чужой Никто;N99999999;отказано;Нет согласия;;;;ЦОН № 1",
      "",
    ].join("\r\n"),
  ),
};

test("a hall's list says where students live and registers nobody; the authority's answer does, with its refusals, and can be taken back", async ({
  page,
}) => {
  const imports = new ImportsPage(page);
  const desk = new StudentsPage(page);
  const lists = new RegistrationsPage(page);
  let importOfAnswer = "";

  await test.step("the list is read past its titles; an unknown dormitory is asked about", async () => {
    await imports.upload("residents", await hallList());
    await expect(imports.outcome("изменённые")).toContainText("2");
    await expect(imports.outcome("с ошибками")).toContainText("1");
    await expect(page.getByText(/файл сам ничего не создаёт/)).toBeVisible();
    await page
      .getByRole("combobox", { name: "«Дом на Ахунбаева»: 1 строка" })
      .selectOption({ label: "№ 3" });
    await page.getByRole("button", { name: "Применить ко всем таким" }).click();
    await expect(imports.outcome("изменённые")).toContainText("3");
    await expect(page.getByText("1 студент выехал из общежития")).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("1 студент живёт не там, где было известно")).toBeVisible();
    await imports.writeAll();
    await expect(page.getByText("Это ещё не регистрация")).toBeVisible();
  });

  await test.step("her room is on her page, and no ground of stay", async () => {
    await desk.open();
    await expect(desk.row("Аманова Дана")).toContainText("№ 3, 14");
    await desk.row("Аманова Дана").getByRole("link").click();
    await expect(page.locator("input[name=room]")).toHaveValue("14");
    await expect(page.locator("section#grounds")).toContainText("Оснований нет.");
    await expect(page.locator("section#answers")).toHaveCount(0);
  });

  await test.step("who has left the hall stays off the list that is filed", async () => {
    await desk.open();
    for (const name of ["Аманова Дана", "Борисов Иван", "Волков Олег"]) await desk.choose(name);
    await page.getByRole("button", { name: "В список на регистрацию" }).click();
    await expect(lists.leftOut).toContainText(
      "Выехал(а) из общежития, последний день: 10 ноября 2025",
    );
    await lists.keep();
    await lists.file();
    await expect(page.getByText("Ответа на эту заявку в программе ещё нет.")).toBeVisible();
  });

  await test.step("the answer is shown before it is written: who is registered, who is not and why", async () => {
    await page.getByRole("link", { name: "Загрузить ответ" }).click();
    await imports.upload("authority", ANSWER);
    importOfAnswer = new URL(page.url()).pathname;
    await expect(imports.outcome("новые")).toContainText("2");
    await expect(imports.outcome("студент неизвестен")).toContainText("1");
    await expect(page.getByText("1 студент зарегистрирован")).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("1 студенту отказано")).toBeVisible();
    await page.getByRole("checkbox", { name: /^Оставить 1 неподходящую строку/ }).check();
    await imports.writeAll();
    await page.getByRole("link", { name: "К заявкам" }).click();
  });

  await test.step("the list's page and the students' pages tell the answers", async () => {
    await page.getByRole("link", { name: "Заявка № 1" }).click();
    const main = page.getByRole("main");
    await expect(main).toContainText("зарегистрировано: 1, отказано: 1.");
    await expect(main).toContainText("Нет штампа о въезде");
    await page.getByRole("link", { name: "Борисов Иван" }).click();
    await expect(page.locator("section#answers")).toContainText("Нет штампа о въезде");
    await expect(page.locator("section#grounds")).toContainText("Оснований нет.");
    await desk.open();
    await desk.row("Аманова Дана").getByRole("link").click();
    await expect(page.locator("section#grounds")).toContainText("0077/25");
    await expect(page.locator("section#answers")).toContainText("зарегистрирован(а)");
  });

  await test.step("the next list names who was refused on this one, and why", async () => {
    await desk.open();
    await desk.choose("Борисов Иван");
    await page.getByRole("button", { name: "В список на регистрацию" }).click();
    await expect(lists.included).toContainText("Отказано по заявке № 1: Нет штампа о въезде");
  });

  await test.step("taken back, the list waits for an answer as before", async () => {
    await page.goto(`${importOfAnswer}/undo`);
    await expect(page.getByText("1 основание будет удалено")).toBeVisible();
    await expect(page.getByText("2 ответа ведомства будут удалены")).toBeVisible();
    await page.getByRole("button", { name: "Отменить записанное…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Отменить записанное" }).click();
    await expect(page.getByText("Удалено ответов ведомства: 2")).toBeVisible({ timeout: 60_000 });
    await page.goto("/registrations");
    await page.getByRole("link", { name: "Заявка № 1" }).click();
    await expect(page.getByText("Ответа на эту заявку в программе ещё нет.")).toBeVisible();
  });
});
