import { expect, test } from "./fixtures/own-office-test";
import { ImportsPage } from "./pages/imports-page";

const file = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from([...lines, ""].join("\r\n")),
});

test("an import says that data have changed since its check, can be checked again, and tells what its writing has changed", async ({
  page,
}) => {
  const imports = new ImportsPage(page);
  const upload = (kind: "roster" | "crossings", name: string, lines: readonly string[]) =>
    imports.upload(kind, file(name, lines));
  const log = ["№ студента;Направление;Дата"];
  await upload("roster", "roster.csv", [
    "№ студента;Фамилия;Имя;Гражданство",
    "E-1;Ахметов;Данияр;Казахстан",
  ]);
  await imports.writeAll();

  await upload("crossings", "entry.csv", [...log, "E-1;въезд;01.10.2025"]);
  const effect = page.locator("#effect");
  const lapsed = effect.getByText("Регистрация просрочена");
  await expect(lapsed).toBeVisible({ timeout: 60_000 });
  const first = page.url();
  await upload("crossings", "exit.csv", [...log, "E-1;выезд;05.10.2025"]);
  await imports.writeAll();

  await page.goto(first);
  await expect(
    effect.getByText(/^После проверки файла данные или настройки изменились/),
  ).toBeVisible();
  await expect(lapsed).toBeVisible();
  await effect.getByRole("button", { name: "Проверить файл ещё раз" }).click();
  await expect(effect).toBeVisible({ timeout: 60_000 });
  await expect(lapsed).toHaveCount(0);
  await expect(effect.getByText(/^После проверки файла/)).toHaveCount(0);
  await imports.writeAll();
  await expect(effect.getByRole("heading", { name: "Что изменилось для студентов" })).toBeVisible();
  await expect(lapsed).toHaveCount(0);
});
