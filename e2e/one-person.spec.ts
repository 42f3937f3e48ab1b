import { expect, test } from "./fixtures/desk-test";
import { someoneNew } from "./fixtures/someone-new";
import { enterDate } from "./pages/date-field";

test.use({ role: "registrar" });

test("what belongs to another person is split off into a record of their own, and taken back", async ({
  page,
}) => {
  const { name, studentNo, path } = await someoneNew(page, "+2025-09-01 -2025-09-05 +2025-10-01");
  await page.goto(`${path}/record`);
  await page.getByRole("link", { name: "В этой записи два человека: разделить" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Разделить запись");
  const split = page.getByRole("button", { name: "Разделить" });

  await page.getByLabel("Номер студента").fill(studentNo);
  await page.getByLabel("Фамилия кириллицей").fill("Другая");
  await page.getByLabel("Имя кириллицей").fill("Анна");
  await page.getByLabel("Почему это два человека").fill("два паспорта");
  await split.click();
  await expect(page.getByRole("alert").filter({ hasText: "Ничего не отмечено" })).toBeVisible();
  // The keyboard goes on from where it was.
  await expect(split).toBeFocused();

  await page.getByLabel(/01\.09\.2025.*въезд/).check();
  await page.getByLabel(/05\.09\.2025.*выезд/).check();
  await expect(page.getByText("Отмечено 2 из 3")).toBeVisible();
  await split.click();
  await expect(page.getByText("Этот номер уже есть")).toBeVisible();
  await expect(page.getByLabel(/01\.09\.2025.*въезд/)).toBeChecked();
  await expect(page.getByLabel("Почему это два человека")).toHaveValue("два паспорта");

  await page.getByLabel("Номер студента").fill(`${studentNo}-2`);
  await split.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Другая Анна");
  await page.goto(path);
  await expect(page.locator("tr[id^=crossing-]")).toHaveCount(1);

  await page.goto(`${path}/record`);
  await expect(page.getByText(`Другая Анна», № ${studentNo}-2`)).toBeVisible();
  await page.getByRole("button", { name: "Отменить" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Отменить" }).click();
  await expect(page.getByText(/^Отменено:/)).toBeVisible();
  await page.goto(path);
  await expect(page.locator("tr[id^=crossing-]")).toHaveCount(3);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
});

test("before a merge is taken back it is named what was entered since and stays", async ({
  page,
}) => {
  const gone = await someoneNew(page, "+2025-03-01 -2025-03-05");
  const kept = await someoneNew(page, "+2025-09-01 +2025-10-01");
  const idOf = (path: string) => path.split("/").at(-1) ?? "";
  await page.goto(`/students/merge?kept=${idOf(kept.path)}&gone=${idOf(gone.path)}`);
  await page.getByRole("button", { name: "Это один человек, объединить" }).click();
  await page.getByRole("dialog").getByLabel("Почему это один человек").fill("один паспорт");
  await page.getByRole("dialog").getByRole("button", { name: "Объединить" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(kept.name);

  await page.goto(kept.path);
  const offer = page.getByRole("group").filter({ hasText: /Внести выезд/ });
  await offer.locator("summary").click();
  await enterDate(offer.locator("form"), "День", "2025-09-10");
  await offer.getByLabel("Причина").fill("штамп в паспорте");
  await offer.getByRole("button", { name: "Внести выезд" }).click();
  await expect(page.getByRole("status")).toContainText("Пересечение внесено");

  await page.goto(`${kept.path}/record`);
  await page.getByRole("button", { name: "Отменить" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("listitem")).toHaveText("выезд 10.09.2025: внесено вручную");
  await dialog.getByRole("button", { name: "Отменить" }).click();
  await expect(page.getByText(/^Отменено:/)).toBeVisible();
  await page.goto(gone.path);
  await expect(page.locator("tr[id^=crossing-]")).toHaveCount(2);
});
