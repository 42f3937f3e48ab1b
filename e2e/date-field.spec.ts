import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/desk-test";
import { dateField, expectDate } from "./pages/date-field";

/** A browser whose own order is month, day, year: Sanak's is not. */
test.use({ role: "registrar", locale: "en-US" });

const LANGUAGES = [
  { language: "ru", asOf: "На дату", empty: "дд.мм.гггг", parts: /^день/ },
  { language: "ky", asOf: "Күнгө карата", empty: "кк.аа.жжжж", parts: /^күн/ },
  { language: "en", asOf: "As of", empty: "dd.mm.yyyy", parts: /^day/ },
];

/** Opens the form of the border service's numbers, which has dates that may be left empty. */
async function openForm(page: Page): Promise<void> {
  await page.goto("/students/130/account");
  await page.locator("#border summary").first().click();
}

for (const { language, asOf, empty, parts } of LANGUAGES) {
  test(`a date is typed day first, by keyboard alone (${language})`, async ({
    page,
    context,
    baseURL,
  }) => {
    await context.addCookies([{ name: "sanak-locale", value: language, url: baseURL ?? "" }]);
    await page.goto("/students?verdict=at_risk&page=2");
    const field = dateField(page, asOf);
    await expect(field).toHaveText("15.11.2025");
    await expect(field.getByRole("spinbutton").first()).toHaveAccessibleName(parts);
    await field.getByRole("spinbutton").first().focus();
    await page.keyboard.type("07122025");
    await expect(field).toHaveText("07.12.2025");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/students\?verdict=at_risk&asOf=2025-12-07$/);
    await expect(field).toHaveText("07.12.2025");

    await openForm(page);
    await expect(page.locator("#border").getByRole("group").nth(1)).toHaveText(empty);
  });
}

test("arrows, Backspace and Tab work as in any date field, and an emptied one is none", async ({
  page,
}) => {
  await openForm(page);
  const form = page.locator("#border form").first();
  const sent = form.locator("input[name=paperDate]");
  const field = dateField(form, "Дата документа");
  await expect(sent).toHaveValue("");
  await field.getByRole("spinbutton").first().click();
  await page.keyboard.type("7122025");
  await expect(sent).toHaveValue("2025-12-07");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowDown");
  await expectDate(form, "Дата документа", "2025-11-07");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await expect(field).toHaveText("07.мм.2025");
  await expect(sent).toHaveValue("07..2025");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(field).toHaveAttribute("data-invalid", "true");
  await expect(field.getByRole("spinbutton").first()).toHaveAccessibleDescription(/не полностью/);

  await field.getByRole("spinbutton").last().click();
  for (let press = 0; press < 8; press++) await page.keyboard.press("Backspace");
  await expect(field).toHaveText("дд.мм.гггг");
  await expect(sent).toHaveValue("");
  await expect(field).not.toHaveAttribute("data-invalid");
});

test("a day that no calendar has is refused, not moved; one beyond the limit is told", async ({
  page,
}) => {
  await openForm(page);
  const form = page.locator("#border form").first();
  const sent = form.locator("input[name=statedOn]");
  const field = dateField(form, "На какой день");
  await field.getByRole("spinbutton").first().click();
  await page.keyboard.type("31022025");
  await expect(sent).toHaveValue("31.02.2025");
  await expect(form.getByText("31.02.2025: такой даты нет в календаре.")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(form.getByText("31.02.2025: такой даты нет в календаре.")).toBeVisible();
  await expect(field).toHaveText("дд.мм.гггг");
  await expect(sent).toHaveValue("");

  await field.getByRole("spinbutton").first().click();
  await page.keyboard.type("16112025");
  await page.keyboard.press("Tab");
  await expect(form.getByText("Не позже 15.11.2025.")).toBeVisible();
});
