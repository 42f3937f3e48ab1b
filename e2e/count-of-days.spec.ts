import { expect, test } from "./fixtures/desk-test";
import { someoneNew } from "./fixtures/someone-new";
import { enterDate } from "./pages/date-field";

// Ten days in September and, from the 20th on, 57 to November 15: 67 of 90 in every reading.
const LOG = "+2025-09-01 -2025-09-10 +2025-09-20";

test.use({ role: "administrator" });

test("every counted day is on the page with its crossings, and the sums are the number of the reading", async ({
  page,
}) => {
  const { path, fileName } = await someoneNew(page, LOG);
  await page.getByRole("link", { name: "Подсчёт дней" }).click();
  await expect(page).toHaveURL(`${path}/account`);
  const table = page.getByRole("table").first();
  await expect(table.getByRole("row").filter({ hasText: "1–10" })).toContainText(
    "01.09.2025 – 10.09.2025",
  );
  await expect(table).toContainText("Учтено 67 дней: использовано 67 из 90.");

  await page.getByRole("navigation", { name: "Толкования" }).getByRole("link").last().click();
  await expect(page).toHaveURL(/reading=cumulative/);
  await page.getByRole("link", { name: "Каждый день отдельно" }).click();
  await expect(page).toHaveURL(/reading=cumulative&days=all/);
  const days = table.locator('tbody tr[data-status="counted"]');
  await expect(days).toHaveCount(67);
  await expect(days.first()).toContainText("01.09.2025, пн");
  await expect(days.last().locator("td").first()).toHaveText("67");
  await expect(table).toContainText("11.09.2025 – 19.09.2025");

  await days
    .first()
    .getByRole("link", { name: `${fileName}, строка 2` })
    .click();
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]+\?row=2#row-2$/);
  await page.goBack();
  await days
    .first()
    .getByRole("link", { name: /^въезд 01\.09\.2025/ })
    .click();
  await expect(page).toHaveURL(/#crossing-\d+$/);
  await expect(page.locator("tr:target")).toContainText("01.09.2025");
});

test("the paragraph for a letter has a language of its own and goes to the clipboard", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { path, studentNo } = await someoneNew(page, LOG);
  await page.goto(`${path}/account`);
  const letter = page.locator("#letter");
  await expect(letter).toContainText(
    "По состоянию на 15 ноября 2025 года использовано 67 дней из 90 разрешённых.",
  );
  await expect(letter).toContainText(
    "с 1 сентября 2025 года по 10 сентября 2025 года, 10 дней (въезд 1 сентября 2025 года, Ак-Жол; выезд 10 сентября 2025 года, Ак-Жол)",
  );
  await letter.getByRole("link", { name: "English" }).click();
  await expect(letter).toContainText(
    "As of 15 November 2025, 67 days of the 90 permitted have been used.",
  );
  await letter.getByRole("link", { name: "Кыргызча" }).click();
  await expect(letter).toContainText(
    "2025-жылдын 1-сентябрынан 2025-жылдын 10-сентябрына чейин, 10 күн",
  );
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await letter.getByRole("button", { name: "Скопировать" }).click();
  await expect(letter.getByRole("status")).toHaveText(/^Скопировано/);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("2025-жылдын 15-ноябрына карата");
  expect(copied).toContain(studentNo);
});

test("the sheet for signature says whose count it is and how it was made, and nothing of it is cut off", async ({
  page,
}) => {
  const { path, studentNo, name } = await someoneNew(page, LOG);
  await page.goto(`${path}/account?days=all`);
  await page.getByRole("link", { name: "Для печати" }).click();
  await expect(page).toHaveURL(/account\/print/);
  await page.getByRole("link", { name: "Русский" }).click();
  const sheet = page.getByRole("article");
  await expect(sheet).toContainText("Подсчёт дней пребывания на 15 ноября 2025");
  await expect(sheet).toContainText(name);
  await expect(sheet).toContainText(studentNo);
  await expect(sheet).toContainText("правила kg версии");
  await expect(sheet).toContainText("день выезда учитывается");
  await expect(sheet).toContainText("Ответственный:");
  await page.emulateMedia({ media: "print" });
  // A4 within its margins, in CSS pixels.
  await page.setViewportSize({ width: 688, height: 1000 });
  await expect(page.getByRole("button", { name: "Напечатать" })).toBeHidden();
  const cut = await sheet.evaluate(
    (article) => article.scrollWidth > article.clientWidth || article.clientWidth > 688,
  );
  expect(cut).toBe(false);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(1);
});

test("the border service's number stands beside ours, explained where it can be, and is removed once that is confirmed", async ({
  page,
}) => {
  const { path } = await someoneNew(page, LOG);
  await page.goto(`${path}/account`);
  const border = page.locator("#border");
  const enter = async (days: string) => {
    await border.locator("summary").click();
    await border.getByLabel("Сколько дней назвали").fill(days);
    await enterDate(border, "На какой день", "2025-11-15");
    await border.getByLabel("Документ", { exact: true }).fill("акт об отказе");
    await border.getByRole("button", { name: "Внести", exact: true }).click();
  };
  await enter("66");
  await expect(border.getByRole("status")).toContainText("Внесено");
  const first = border.getByRole("article").filter({ hasText: "назвала 66 дней" });
  await expect(first).toContainText("У службы на 1 день меньше, чем у нас");
  const exitDay = first.getByRole("listitem").filter({ hasText: "«День выезда»" });
  await exitDay.getByRole("link", { name: "вопрос закона" }).click();
  await expect(page).toHaveURL(/\/office\/questions#A5$/);
  await page.goto(`${path}/account`);

  await enter("66");
  await expect(border.getByRole("alert")).toContainText("Такое число дней уже внесено");
  await page.reload();
  await enter("500");
  const second = border.getByRole("article").filter({ hasText: "назвала 500 дней" });
  await expect(second).toContainText("разница не объяснена");

  await second.getByRole("button", { name: /^Удалить/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Удалить" }).click();
  await expect(border.getByRole("status")).toContainText("Запись удалена");
  await expect(second).toHaveCount(0);
  await expect(first).toHaveCount(1);
});

test("a reader sees the count, the letter and the border service's number, and no forms", async ({
  page,
  browser,
  signedIn,
}) => {
  const { path } = await someoneNew(page, LOG);
  const reading = await browser.newContext({ storageState: await signedIn("reader") });
  const reader = await reading.newPage();
  await reader.goto(`${path}/account`);
  await expect(reader.locator("#letter")).toContainText("использовано 67 дней");
  await expect(reader.locator("#border")).toBeVisible();
  await expect(reader.locator("main form")).toHaveCount(0);
  await reading.close();
});
