import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures/desk-test";
import { demonstrationAccount } from "./fixtures/running";
import { ImportsPage } from "./pages/imports-page";

const MOST_STEPS = 60;

/** Goes on with Tab until the element has the focus, and checks that the focus can be seen. Returns how often Tab was pressed. */
async function tabTo(page: Page, target: Locator): Promise<number> {
  await expect(target).toBeVisible();
  for (let step = 0; step < MOST_STEPS; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expectSeen(page);
      return step;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`${MOST_STEPS} times Tab, and the focus is not on ${target}`);
}

/** The focused element stands inside the window and is marked, by itself or by what holds it. */
async function expectSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const element = document.activeElement;
    const around = [element, element?.parentElement, element?.closest("label")];
    const marked = around.some((one) => one && getComputedStyle(one).outlineStyle !== "none");
    const { top = 0, bottom = 0 } = element?.getBoundingClientRect() ?? {};
    return { marked, inside: bottom > 0 && top < innerHeight };
  });
  expect(seen).toEqual({ marked: true, inside: true });
}

test("from the door to a filed list with the keyboard alone", async ({ page }) => {
  const { email, password } = demonstrationAccount("registrar");
  await page.goto("/sign-in");
  await expect(page.locator("input[name=email]")).toBeFocused();
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");

  const content = page.getByRole("main");
  await expect(content).toBeVisible();
  await tabTo(page, page.getByRole("link", { name: "Перейти к содержанию" }));
  await page.keyboard.press("Enter");
  await expect(content).toBeFocused();

  await page.goto("/students?verdict=at_risk&inside=inside&housing=dormitory");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  const names = page.locator("main table th[scope=row] a");
  await tabTo(page, names.first());
  await page.keyboard.press("ArrowDown");
  await expect(names.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");

  await expect(page).toHaveURL(/\/students\/\d+/);
  await tabTo(page, page.getByRole("link", { name: "В список на регистрацию" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/registrations\/new\?student=\d+/);
  await tabTo(page, page.getByRole("button", { name: "Сохранить черновик" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/registrations\/[0-9a-f-]{36}/);
  await tabTo(page, page.getByRole("button", { name: /^Подать/ }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /^Заявка № / })).toBeVisible();
  await tabTo(page, page.getByRole("link", { name: "XLSX" }));
});

test("the decision about a file is reached before the names of the students whom it concerns", async ({
  page,
  signedIn,
}) => {
  await page.context().addCookies((await signedIn("registrar")).cookies);
  const imports = new ImportsPage(page);
  await imports.upload("residents", "demo/dormitory-2.xlsx");
  await expect(page.getByText(/^Показать \d+ им/).first()).toBeVisible();
  await page.getByRole("main").focus();
  const steps = await tabTo(page, imports.write);
  expect(steps).toBeLessThan(8);
  await tabTo(page, page.getByRole("button", { name: "Не записывать, закрыть…" }));
  // And what is to be looked at first is a step away.
  await page.getByRole("link", { name: "Строки файла" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Строки файла" })).toBeInViewport();
});

test("a dialog keeps the focus while it is open, and gives it back to where it came from", async ({
  page,
  signedIn,
}) => {
  await page.context().addCookies((await signedIn("administrator")).cookies);
  await page.goto("/office/users");
  const opener = page.getByRole("button", { name: /^Изменить/ }).first();
  await opener.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press("Tab");
    await expect(dialog.locator(":focus")).toHaveCount(1);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
});
