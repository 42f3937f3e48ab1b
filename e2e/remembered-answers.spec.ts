import { expect, test } from "./fixtures/own-office-test";
import { ImportsPage } from "./pages/imports-page";

const file = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from([...lines, ""].join("\r\n")),
});

test("that a row is the same person as another holds for the next file, is listed there, and can be said otherwise", async ({
  page,
}) => {
  const roster = [
    "№ студента;Фамилия;Имя;Дата рождения;Гражданство",
    "T-1;Турсунов;Бек;05.06.2004;Казахстан",
    "T-2;Tursunov;Bek;05.06.2004;Казахстан",
  ];
  const imports = new ImportsPage(page);
  await imports.upload("roster", file("first.csv", roster));
  const people = page.locator("#people");
  await people.getByRole("radio", { name: "Тот же человек, что в строке 2" }).check();
  const send = people.getByRole("button", { name: "Сохранить ответы и сравнить заново" });
  await send.click();
  await expect(people.getByText("1 вопрос, с ответом 1")).toBeVisible({ timeout: 60_000 });
  await page.getByRole("checkbox", { name: "Не записывать 1 строку, исключённую вручную" }).check();
  await imports.writeAll();

  await imports.upload("roster", file("second.csv", roster));
  await expect(people.getByText(/^Все вопросы о людях в этом файле решены/)).toBeVisible();
  await people.getByRole("link", { name: /^Решён при прошлых загрузках 1 вопрос/ }).click();
  await expect(people.getByText(/^Решено при загрузке «first.csv»: тот же человек/)).toBeVisible();
  await expect(people.getByRole("radio", { checked: true })).toHaveCount(0);
  await people.getByRole("radio", { name: "Это новый студент" }).check();
  await send.click();
  await expect(people.getByText("1 вопрос, с ответом 1")).toBeVisible({ timeout: 60_000 });
  await people.getByRole("link", { name: "К остальным вопросам" }).click();
  await expect(people.getByRole("radio", { name: "Это новый студент" })).toBeChecked();
  await imports.writeAll();
});

test("a log need not be compared with the last one, says so, and is compared again when that is wanted", async ({
  page,
}) => {
  const imports = new ImportsPage(page);
  const roster = ["L-1;Ли;Вэй;Китай", "L-2;Ван;Анна;Китай", "L-3;Чен;Юй;Китай"];
  await imports.upload(
    "roster",
    file("roster.csv", ["№ студента;Фамилия;Имя;Гражданство", ...roster]),
  );
  await imports.writeAll();
  const log = (name: string, students: readonly string[]) =>
    file(name, [
      "№ студента;Направление;Дата",
      ...students.map((number) => `${number};въезд;01.09.2025`),
    ]);
  await imports.upload("crossings", log("monday.csv", ["L-1", "L-2", "L-3"]));
  await imports.writeAll();

  await imports.upload("crossings", log("tuesday.csv", ["L-1", "L-2"]));
  const effect = page.locator("#effect");
  const missed = effect.getByText("1 студент был за эти дни в прошлом журнале «monday.csv»");
  await expect(missed).toBeVisible({ timeout: 60_000 });
  await effect.getByRole("button", { name: "Не сравнивать с прошлым журналом" }).click();
  await expect(
    effect.getByText("С прошлым журналом «monday.csv» этот не сравнивается"),
  ).toBeVisible();
  await expect(missed).toHaveCount(0);
  await effect.getByRole("button", { name: "Сравнить с прошлым журналом" }).click();
  await expect(missed).toBeVisible();
});
