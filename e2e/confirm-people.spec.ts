import AxeBuilder from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";
import { keptSignIn } from "./fixtures/kept-sign-in";
import { runInDatabase } from "./fixtures/run-in-database";
import type { Account } from "./fixtures/running";
import { ImportsPage, type Upload } from "./pages/imports-page";

/** By the registrar of an office that no other test knows (fixtures/make-hall.ts tells its students). */
const test = base.extend({
  storageState: async ({ browser }, use) => {
    await use(await keptSignIn(browser, await runInDatabase<Account>("make-hall.ts")));
  },
});

/** The office's three students by their names alone, as a letter of the authority has them. */
const ANSWER: Upload = {
  name: "letter.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "ФИО;Результат;Причина отказа",
      "Аманова Дана;отказано;Нет штампа",
      "Борисов Иван;отказано;Нет штампа",
      "Волков Олег;отказано;Нет штампа",
      "",
    ].join("\n"),
  ),
};

test("rows that one student alone may be are confirmed many at once, by keyboard, and nobody but those ticked", async ({
  page,
}) => {
  await new ImportsPage(page).upload("authority", ANSWER);
  const people = page.locator("#people");
  const confirm = people.getByRole("button", { name: /^Подтвердить/ });
  const boxes = people.getByRole("checkbox", { name: /^Строка/ });
  await expect(boxes).toHaveCount(3);
  // Nobody is ticked before somebody does it, and nothing can be sent.
  await expect(people.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await expect(confirm).toBeDisabled();
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include("#people")
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await people.getByRole("checkbox", { name: "Отметить все 3 строки" }).press("Space");
  await expect(confirm).toHaveText("Подтвердить 3 отмеченных");
  await people
    .getByRole("checkbox", { name: "Строка 3: Борисов Иван — студент H-2" })
    .press("Space");
  await expect(confirm).toHaveText("Подтвердить 2 отмеченных");
  await confirm.press("Enter");

  await expect(people.getByText("3 вопроса, с ответом 2")).toBeVisible();
  const answer = (number: string) =>
    people.getByRole("radio", { name: `Это студент ${number}`, exact: true });
  await expect(answer("H-1")).toBeChecked();
  await expect(answer("H-3")).toBeChecked();
  await expect(answer("H-2")).not.toBeChecked();
});

test("what is chosen in one box and not sent stays while another box is, and is not sent with it", async ({
  page,
}) => {
  const imports = new ImportsPage(page);
  await imports.upload("authority", { ...ANSWER, name: "letter-2.csv" });
  const people = page.locator("#people");
  const tick = (row: number) =>
    people.getByRole("checkbox", { name: new RegExp(`^Строка ${row}:`) });
  const leftOut = people
    .getByRole("group", { name: /^Строка 3:/ })
    .getByRole("radio", { name: "Оставить строку незаписанной", exact: true });
  await leftOut.check();
  await tick(4).check();
  const column = page.getByRole("combobox", { name: "Причина отказа" });
  await column.selectOption("");

  await tick(2).check();
  await tick(4).uncheck();
  await people.getByRole("button", { name: "Подтвердить 1 отмеченного" }).click();
  await expect(people.getByText("3 вопроса, с ответом 1")).toBeVisible();
  await expect(leftOut).toBeChecked();
  await expect(column).toHaveValue("");

  await tick(4).check();
  await people.getByRole("button", { name: "Сохранить ответы и сравнить заново" }).click();
  await expect(people.getByText("3 вопроса, с ответом 2")).toBeVisible();
  await expect(leftOut).toBeChecked();
});
