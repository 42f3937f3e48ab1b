import { test as base, expect } from "@playwright/test";
import { keptSignIn } from "./fixtures/kept-sign-in";
import { runInDatabase } from "./fixtures/run-in-database";
import type { Account } from "./fixtures/running";
import { GridPage } from "./pages/grid-page";
import { ImportsPage, type Upload } from "./pages/imports-page";
import { RegistrationsPage } from "./pages/registrations-page";
import { StudentsPage } from "./pages/students-page";

/** By the registrar of an office that no other test knows (fixtures/make-hall.ts tells its students). */
const test = base.extend({
  storageState: async ({ browser }, use) => {
    await use(await keptSignIn(browser, await runInDatabase<Account>("make-hall.ts")));
  },
});

const csv = (name: string, lines: readonly string[]): Upload => ({
  ...{ name, mimeType: "text/csv" },
  buffer: Buffer.from([...lines, ""].join("\r\n")),
});

const GROUNDS = csv("grounds.csv", [
  "student_no;kind;number;valid_from;valid_to;status",
  "H-1;address;A-1;10.11.2025;31.05.2026;granted",
  "H-2;address;A-2;15.11.2025;31.05.2026;granted",
]);
const ANSWER = csv("answer.csv", [
  "ФИО;№ паспорта;Результат;Номер регистрации;Дата начала;Дата окончания",
  "Аманова Дана;N1H-1;зарегистрирована;77;14.11.2025;30.06.2026",
  "Борисов Иван;N1H-2;зарегистрирован;78;14.11.2025;30.06.2026",
]);

test("which of two registrations holds is said by a person, row by row or for all, and stays to be seen", async ({
  page,
}) => {
  const imports = new ImportsPage(page);
  const desk = new StudentsPage(page);
  const lists = new RegistrationsPage(page);
  const grid = new GridPage(page);

  await desk.open();
  for (const name of ["Аманова Дана", "Борисов Иван"]) await desk.choose(name);
  await page.getByRole("button", { name: "В список на регистрацию" }).click();
  await lists.keep();
  await lists.file();
  await imports.upload("grounds", GROUNDS);
  await imports.writeAll();

  await test.step("both rows conflict, and the page leads to where that is decided", async () => {
    await imports.upload("authority", ANSWER);
    await expect(imports.outcome("противоречат")).toContainText("2");
    await page.getByRole("link", { name: "Решить, какая верна" }).click();
    await expect(page).toHaveURL(/code=otherRegistration$/);
  });

  await test.step("one row is decided, and decided anew", async () => {
    await grid.cell(2, "A").click();
    await expect(
      page.getByText("A-1, 10.11.2025–31.05.2026 (в файле: 77, 14.11.2025–30.06.2026)").first(),
    ).toBeVisible();
    await page.getByRole("button", { name: "Верно в файле", exact: true }).click();
    await grid.checked();
    await expect(
      page.getByText(
        "Строка 2: верна регистрация из файла (77, 14.11.2025–30.06.2026), а не прежняя (A-1, 10.11.2025–31.05.2026)",
      ),
    ).toBeVisible();
    await grid.shown("Все").click();
    await grid.cell(2, "A").click();
    await page.getByRole("button", { name: "Решить заново" }).click();
    await grid.checked();
    await expect(page.getByText(/^Строка 2: верна регистрация/)).toHaveCount(0);
  });

  await test.step("all alike are decided at once", async () => {
    await grid.problem(/2 строки:.*другая регистрация/).click();
    await page.getByRole("button", { name: "Верно в файле: все 2 строки" }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Верно в файле/ })
      .click();
    await grid.checked();
    await expect(page.getByText("Верны регистрации из файла: 2 строки")).toBeVisible();
  });

  await test.step("what becomes of the earlier ones is told before, and on the student's page after", async () => {
    await page.getByRole("link", { name: "answer.csv" }).click();
    await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}$/, { timeout: 60_000 });
    await expect(
      page.getByText("останется до дня перед новой: A-1, 10.11.2025–13.11.2025"),
    ).toBeVisible();
    await expect(page.getByText("будет отмечена отозванной")).toBeVisible();
    await expect(page.getByText("У 2 студентов прежняя регистрация уступит место")).toBeVisible({
      timeout: 60_000,
    });
    await imports.writeAll();
    await desk.open();
    await desk.row("Аманова Дана").getByRole("link").click();
    const grounds = page.locator("section#grounds");
    await expect(grounds).toContainText("до файла «answer.csv»: по 31.05.2026");
    await desk.open();
    await desk.row("Борисов Иван").getByRole("link").click();
    await expect(grounds).toContainText("до файла «answer.csv»: действует");
  });
});
