import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/desk-test";
import { type Newcomer, someoneNew } from "./fixtures/someone-new";
import { enterDate, expectDate } from "./pages/date-field";

// Entered on September 1 and again on October 1; the exit between is not in the log. On November 15 that is 46 days
// for certain and one more, or all 76 since September 1.
const BROKEN = "+2025-09-01 +2025-10-01";
const RANGE = "47–76 из 90";

/** The number of days in the desk's row of the student. */
async function expectOnDesk(page: Page, { name, studentNo }: Newcomer, used: string) {
  await page.goto(`/students?q=${encodeURIComponent(studentNo)}`);
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
  await expect(row).toContainText(used);
}

const troubles = (page: Page) =>
  page.locator("section", {
    has: page.getByRole("heading", { name: "Что не сходится в пересечениях" }),
  });

/** The line of a crossing in the table of all crossings. */
const crossing = (page: Page, day: string) =>
  page.locator("tr[id^=crossing-]").filter({ hasText: day });

/** Opens a proposed repair and fills in why; its form is returned, not sent. */
async function choose(page: Page, offer: RegExp, reason: string) {
  await page.getByRole("group").filter({ hasText: offer }).locator("summary").click();
  const form = page.getByRole("group").filter({ hasText: offer }).locator("form");
  await form.getByLabel("Причина").fill(reason);
  return form;
}

test.use({ role: "registrar" });

test("a missing exit is named, entered by the office with its reason, and taken back: the count follows each time", async ({
  page,
}) => {
  const student = await someoneNew(page, BROKEN);
  await expect(troubles(page)).toContainText("После въезда 1 сентября 2025 нет выезда");
  await expect(troubles(page)).toContainText("использовано от 47 до 76 из 90");
  await expectOnDesk(page, student, RANGE);

  await page.goto(student.path);
  const form = await choose(page, /Внести выезд/, "");
  await enterDate(form, "День", "2025-09-10");
  await form.getByRole("button", { name: "Внести выезд" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
  await expectDate(form, "День", "2025-09-10");
  await form.getByLabel("Причина").fill("штамп в паспорте");
  await form.getByRole("button", { name: "Внести выезд" }).click();
  await expect(page.getByRole("status")).toContainText("Пересечение внесено");
  await expect(troubles(page)).toHaveCount(0);
  await expect(page.getByText("Использовано 56 из 90")).toBeVisible();
  const entered = crossing(page, "10.09.2025");
  await expect(entered).toContainText(/Внесено: .+ Причина: штамп в паспорте/);
  await expectOnDesk(page, student, "56 из 90");

  await page.goto(student.path);
  await entered.getByRole("button", { name: "Убрать" }).click();
  await expect(page.getByRole("status")).toContainText("Внесённое пересечение убрано");
  await expect(troubles(page)).toContainText("использовано от 47 до 76 из 90");
  await expectOnDesk(page, student, RANGE);
});

test("a day outside the gap is refused, and the form says so", async ({ page }) => {
  await someoneNew(page, BROKEN);
  const form = await choose(page, /Внести выезд/, "со слов студента");
  await enterDate(form, "День", "2025-10-20");
  await form.getByRole("button", { name: "Внести выезд" }).click();
  await expect(form.getByText("День вне указанного промежутка")).toBeVisible();
});

test("a record set aside is struck through, and another tab that does not know of it is told", async ({
  page,
  context,
}) => {
  const { path } = await someoneNew(page, BROKEN);
  const other = await context.newPage();
  await other.goto(path);
  const late = await choose(other, /Внести выезд/, "штамп");
  await enterDate(late, "День", "2025-09-20");

  const form = await choose(page, /Исключить из подсчёта: въезд 01\.10\.2025/, "записано дважды");
  await form.getByRole("button", { name: "Исключить из подсчёта" }).dblclick();
  await expect(page.getByRole("status")).toContainText("Исключено из подсчёта");
  const aside = crossing(page, "01.10.2025");
  await expect(aside).toContainText(/Исключено: .+ Причина: записано дважды/);
  await expect(aside.locator("td").first()).toHaveCSS("text-decoration-line", "line-through");

  await late.getByRole("button", { name: "Внести выезд" }).click();
  await expect(
    other.getByRole("alert").filter({ hasText: "Пересечения этого студента изменились" }),
  ).toBeVisible();
  await expect(crossing(other, "20.09.2025")).toHaveCount(0);

  await aside.getByRole("button", { name: "Вернуть в подсчёт" }).click();
  await expect(page.getByRole("status")).toContainText("Запись снова учитывается");
  await expect(troubles(page)).toContainText("использовано от 47 до 76 из 90");
});

test("where the range reaches over the limit the verdict says what is the least", async ({
  page,
}) => {
  const { path } = await someoneNew(page, BROKEN);
  await page.goto(`${path}?asOf=2025-12-15`);
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toContainText("Срок превышен");
  await expect(heading).toContainText("самое меньшее: Регистрация просрочена");
  await expect(page.getByText("Это самое большее")).toContainText("использовано 77 из 90");
});

test("a reader sees what is wrong and what would mend it, and no forms", async ({
  page,
  browser,
  signedIn,
}) => {
  const { path } = await someoneNew(page, BROKEN);
  const reading = await browser.newContext({ storageState: await signedIn("reader") });
  const reader = await reading.newPage();
  await reader.goto(path);
  await expect(troubles(reader)).toContainText("Внести выезд");
  await expect(troubles(reader).locator("form, summary")).toHaveCount(0);
  await reading.close();
});
