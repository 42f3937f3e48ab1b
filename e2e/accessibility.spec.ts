import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/desk-test";
import { DESK_PAGES, openDraft, routesOfTheApplication } from "./fixtures/every-page";
import { someoneNew } from "./fixtures/someone-new";

const DOOR = "/sign-in";
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };

/** What axe holds against the page, each with where; the short form of its report. */
async function violations(page: Page, rules: "all" | "color-contrast"): Promise<string[]> {
  // Only violations are told in full: describing what is well would be most of axe's work. Legacy mode looks at this
  // page alone, without opening another: there are no frames in Sanak.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
  if (rules !== "all") axe.withRules(rules);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}\n${failureSummary}`),
  );
}

/** Elements that stick out of the page to the right; empty where it cannot be scrolled sideways. */
function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`);
  });
}

/** The page as it is now, in both schemes, on a desk and on a telephone. */
async function expectOpenToAll(page: Page): Promise<void> {
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    expect.soft(await violations(page, "all"), `light, ${size.width} wide`).toEqual([]);
    // Nothing but colours differs in the dark.
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    expect.soft(await violations(page, "color-contrast"), `dark, ${size.width} wide`).toEqual([]);
  }
  expect(await stickingOut(page), "sideways at 360").toEqual([]);
}

// Four looks at a page of a thousand elements take their time on a small machine.
test.describe.configure({ timeout: 180_000 });

test("every page of the application is looked at here", () => {
  const looked = [DOOR, ...DESK_PAGES.map(({ route }) => route)].sort();
  expect(looked).toEqual(routesOfTheApplication());
});

test("the door has no barriers, nor when it refuses", async ({ page }) => {
  await page.goto(DOOR);
  await expectOpenToAll(page);
  await page.locator("button[type=submit]").last().click();
  await expect(page.getByRole("alert").filter({ hasText: "Введите почту и пароль" })).toBeVisible();
  await expectOpenToAll(page);
});

test.describe("at the desk", () => {
  test.use({ role: "administrator" });

  for (const { route, open } of DESK_PAGES) {
    test(`${route} has no barriers, light or dark, wide or narrow`, async ({ page }) => {
      await open(page);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectOpenToAll(page);
    });
  }

  test("menus and dialogs have no barriers while they are open", async ({ page }) => {
    await page.goto("/office/users");
    await page
      .getByRole("button", { name: /^Изменить/ })
      .first()
      .click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectOpenToAll(page);
    await page.keyboard.press("Escape");
    await page.goto("/students");
    await page.setViewportSize(WIDE);
    await page.getByRole("button", { name: "Гражданство" }).click();
    await expectOpenToAll(page);
    await page.keyboard.press("Escape");
    await page.locator("button[popovertarget=account]").click();
    await expectOpenToAll(page);
  });

  test("a broken log with its repairs, and the border service's number, have no barriers", async ({
    page,
  }) => {
    const { path } = await someoneNew(page, "+2025-09-01 +2025-10-01");
    await page.getByRole("group").locator("summary").first().click();
    await expectOpenToAll(page);
    await page.goto(`${path}/account`);
    await page.locator("#border summary").click();
    await expectOpenToAll(page);
  });

  test("a draft of a list has no barriers", async ({ page }) => {
    await openDraft(page);
    await expectOpenToAll(page);
  });

  test("a page that is not there has no barriers", async ({ page }) => {
    await page.goto("/students/2147483647");
    await expect(page.getByRole("heading", { name: "Такой страницы нет" })).toBeVisible();
    await expectOpenToAll(page);
  });
});
