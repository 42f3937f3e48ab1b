import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures/desk-test";
import { someoneNew } from "./fixtures/someone-new";
import { dateField, enterDate, expectDate } from "./pages/date-field";

/** The plan page of the n-th student of a list, with a plan in its address. */
async function openPlan(page: Page, list: string, nth: number, plan = ""): Promise<string> {
  await page.goto(`/students?${list}`);
  const link = page.locator("main table th[scope=row] a").nth(nth);
  const id = /\/students\/(\d+)/.exec((await link.getAttribute("href")) ?? "")?.[1] ?? "";
  await page.goto(`/students/${id}/plan${plan === "" ? "" : `?plan=${plan}`}`);
  return id;
}

const AT_RISK = "verdict=at_risk&inside=inside&citizenship=KZ";

/** A part of the page, by its heading. */
function part(page: Page, name: string): Locator {
  return page.locator("main section").filter({ has: page.getByRole("heading", { name }) });
}

const outcome = (page: Page) => part(page, "Что получится");
const rows = (page: Page) => page.locator("main ol > li");
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

/** The cell of a line under "С планом". */
function withPlan(page: Page, line: string | RegExp): Locator {
  return page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: line }) })
    .locator("td")
    .last();
}

test.describe("a registrar", () => {
  test.use({ role: "registrar" });

  test("comes to the page from the student's, and back, with day and filter kept", async ({
    page,
  }) => {
    await page.goto("/students/130?asOf=2025-11-10&faculty=x");
    const parts = page.getByRole("navigation", { name: "Страницы студента" });
    await expect(parts.getByRole("link", { name: "Положение" })).toHaveAttribute(
      "aria-current",
      "page",
    );
    await parts.getByRole("link", { name: "Что, если…" }).click();
    await expect(page).toHaveURL(/\/students\/130\/plan\?asOf=2025-11-10&faculty=x/);
    await expect(parts.getByRole("link", { name: "Что, если…" })).toHaveAttribute(
      "aria-current",
      "page",
    );
    await parts.getByRole("link", { name: "Положение" }).click();
    await expect(page).toHaveURL(/\/students\/130\?asOf=2025-11-10&faculty=x/);
  });

  test("plans a trip and sees at once what comes of it; a reload keeps the plan", async ({
    page,
  }) => {
    await openPlan(page, AT_RISK, 0);
    await expect(outcome(page)).toContainText("Добавьте поездку");
    await button(page, "Добавить поездку").click();
    await enterDate(page, "Выезжает", "2025-12-25");
    await enterDate(page, "Возвращается", "2026-01-10");
    const sentence = "Если студент выедет 25 декабря 2025 и вернётся 10 января 2026";
    await expect(outcome(page)).toContainText(sentence);
    await expect(outcome(page)).toContainText("во въезде откажут");
    await expect(withPlan(page, "Положение")).toContainText("Срок превышен");
    await expect(withPlan(page, "Первый день сверх срока по пути")).not.toBeEmpty();
    await expect(page).toHaveURL(/[?&]plan=trip\.2025-12-25\.2026-01-10$/);

    await page.reload();
    await expectDate(page, "Выезжает", "2025-12-25");
    await expect(outcome(page)).toContainText(sentence);

    await page.getByLabel("Учитывать").uncheck();
    await expect(outcome(page)).not.toContainText(sentence);
    await expect(rows(page)).toContainText("отключено");
    await expect(page).toHaveURL(/[?&]plan=off\.trip\.2025-12-25\.2026-01-10$/);
    await page.getByLabel("Учитывать").check();
    await expect(outcome(page)).toContainText(sentence);
    await rows(page)
      .getByRole("button", { name: /^Убрать/ })
      .click();
    await expect(rows(page)).toHaveCount(0);
    await expect(page).not.toHaveURL(/plan=/);
  });

  test("sees that a registration today mends what is at risk, and goes on to file it", async ({
    page,
  }) => {
    const id = await openPlan(page, AT_RISK, 1);
    await button(page, "Регистрируется сегодня").click();
    await expect(withPlan(page, "Положение")).toContainText("Оформлено на год");
    await expect(outcome(page)).toContainText("эти дни в стране не считаются");
    await rows(page).getByRole("link", { name: "В список на регистрацию" }).click();
    await expect(page).toHaveURL(new RegExp(`/registrations/new\\?student=${id}&`));
  });

  test("is told at the row why a plan cannot be, and nothing is computed with it", async ({
    page,
  }) => {
    const wrong = "trip.2025-12-10.2025-12-01_visit.2025-12-05._exit.2026-01-01_trip.2025-11-01.";
    await openPlan(page, AT_RISK, 2, wrong);
    await expect(rows(page).nth(0)).toContainText("Возвращение раньше выезда");
    await expect(rows(page).nth(1)).toContainText("чтобы въехать, нужно сначала выехать");
    await expect(rows(page).nth(2)).toContainText("Этот день ещё впереди");
    await expect(rows(page).nth(3)).toContainText("Этот день уже прошёл");
    await expect(outcome(page)).toContainText("Считать пока нечего");
    await expect(page.getByRole("columnheader", { name: "С планом" })).toHaveCount(0);
  });

  test("is told what of the address cannot be read, and tries the rest", async ({ page }) => {
    await openPlan(page, AT_RISK, 2, "trip.2025-02-31._trip.2025-11-20.2025-11-27_%3Cb%3E");
    const notice = page.getByRole("status").filter({ hasText: "прочитать нельзя" });
    await expect(notice).toContainText("trip.2025-02-31.");
    await expect(notice).toContainText("<b>");
    await expect(rows(page)).toHaveCount(1);
    await expect(outcome(page)).toContainText("выедет 20 ноября 2025");
  });

  test("tries a crossing that is missing, and enters it in the log with its reason", async ({
    page,
  }) => {
    const { path } = await someoneNew(page, "+2025-09-01 -2025-09-10 +2025-10-01");
    await page.goto(`${path}/plan`);
    await button(page, "Добавить недостающее пересечение").click();
    await enterDate(page, "Дата", "2025-11-15");
    await expect(withPlan(page, "Въезд открыт с")).not.toBeEmpty();
    await button(page, "Внести в журнал…").click();
    await button(page, "Внести в журнал").last().click();
    await expect(rows(page)).toContainText("Заполните");
    await page.getByLabel("Откуда известно").fill("штамп в паспорте, страница 12");
    await button(page, "Внести в журнал").last().click();
    await expect(page.getByText("Пересечение внесено в журнал студента.")).toBeVisible();
    await expect(rows(page)).toHaveCount(0);
    await page.goto(path);
    await expect(page.getByText("штамп в паспорте, страница 12")).toBeVisible();
  });

  test("reads that nothing is known of a student without a crossing, on the page and in the plan", async ({
    page,
  }) => {
    const noCrossing = /ни одного пересечения: сколько дней использовано, неизвестно/;
    const id = await openPlan(page, "inside=unknown&citizenship=KZ", 0, "visit.2025-11-20.");
    await expect(outcome(page)).toContainText(noCrossing);
    const used = page.getByRole("row").filter({ hasText: "скользящее окно" }).locator("td");
    await expect(used.first()).toHaveText("неизвестно");
    await page.goto(`/students/${id}`);
    await expect(part(page, "Как посчитаны дни")).toContainText(noCrossing);
    await expect(part(page, "Как посчитаны дни")).not.toContainText("0 из 90");
  });

  test("finds the first day for a stay of so many days", async ({ page }) => {
    await openPlan(page, AT_RISK, 0);
    const entries = part(page, "Когда въезжать и на сколько");
    await entries.getByRole("spinbutton").fill("90");
    await expect(entries).toContainText("90 дней подряд можно начать не раньше");
    await entries.getByRole("spinbutton").fill("0");
    await expect(entries).toContainText("Укажите число дней от 1 до 365");
    await expect(entries.getByRole("table")).toContainText("скользящее окно");
  });

  test("plans with the keyboard alone", async ({ page }) => {
    await openPlan(page, AT_RISK, 0);
    await button(page, "Регистрируется сегодня").focus();
    await page.keyboard.press("Enter");
    await expect(rows(page)).toHaveCount(1);
    await button(page, "Добавить поездку").focus();
    await page.keyboard.press("Enter");
    await expect(dateField(page, "Выезжает").getByRole("spinbutton").first()).toBeFocused();
    for (let segment = 0; segment < 3; segment++) {
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Tab");
    }
    await expect(page).toHaveURL(/_trip\.\d{4}-\d{2}-\d{2}\.$/);
    await rows(page).nth(1).getByRole("checkbox").focus();
    await page.keyboard.press("Space");
    await expect(rows(page).nth(1)).toContainText("отключено");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(rows(page)).toHaveCount(1);
    await expect(button(page, "Добавить поездку")).toBeFocused();
  });
});

test.describe("a reader", () => {
  test.use({ role: "reader" });

  test("tries plans, but enters nothing and registers nobody", async ({ page }) => {
    await openPlan(page, AT_RISK, 0, "exit.2025-11-15_address.2025-11-10.");
    await expect(rows(page)).toHaveCount(2);
    await expect(outcome(page)).toContainText("эти дни в стране не считаются");
    await expect(button(page, "Внести в журнал…")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "В список на регистрацию" })).toHaveCount(0);
  });
});
