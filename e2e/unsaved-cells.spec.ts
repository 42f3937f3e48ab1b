import { expect, test } from "@playwright/test";
import { runInDatabase } from "./fixtures/run-in-database";
import type { Account } from "./fixtures/running";
import { GridPage } from "./pages/grid-page";
import { ImportsPage } from "./pages/imports-page";
import { SignInPage } from "./pages/sign-in-page";

const LOG = [
  "№ студента;Направление;Дата;КПП",
  ...Array.from({ length: 40 }, (_, at) => `A-1;туда;${(at % 28) + 1}.10.2025;Ак-Жол`),
  "",
];

test("a text that was typed into a cell is offered again after a session that ended, and gone after signing out", async ({
  page,
}) => {
  const account = await runInDatabase<Account>("make-office.ts", ["registrar"]);
  const signIn = new SignInPage(page);
  await signIn.enter(account);
  await new ImportsPage(page).upload("crossings", {
    name: "unsaved.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(LOG.join("\r\n")),
  });
  const grid = new GridPage(page);
  await grid.open();
  await grid.cell(5, "B").dblclick();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("въезд");
  await page.context().clearCookies({ name: /session/ });
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sign-in/);

  await signIn.fill(account);
  await expect(grid.grid).toBeVisible();
  await expect(page.getByText("Строка 5, столбец B: «въезд»")).toBeVisible();
  await page.getByRole("button", { name: "Сохранить: строка 5, столбец B" }).click();
  await grid.checked();
  await expect(grid.cell(5, "B")).toContainText("въезд");
  await expect(page.getByText("Не сохранено")).toHaveCount(0);

  // The server is away: the cell says what is recorded, and what was typed is offered.
  await page.route("**/grid", (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await grid.cell(8, "B").dblclick();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("выезд");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Сервер не отвечает.")).toBeVisible();
  await expect(page.getByText("Строка 8, столбец B: «выезд»")).toBeVisible();
  await expect(grid.cell(8, "B")).toContainText("туда");
  await page.unroute("**/grid");
  await page.getByRole("button", { name: "Сохранить: строка 8, столбец B" }).click();
  await grid.checked();
  await expect(grid.cell(8, "B")).toContainText("выезд");
  await expect(page.getByText("Не сохранено")).toHaveCount(0);

  // Half typed, and the page goes.
  await grid.cell(6, "B").dblclick();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("вые");
  await page.reload();
  await expect(page.getByText("Строка 6, столбец B: «вые»")).toBeVisible();
  await page.getByRole("button", { name: "Отбросить: строка 6, столбец B" }).click();
  await expect(page.getByText("Не сохранено")).toHaveCount(0);

  await grid.cell(7, "B").dblclick();
  await page.keyboard.type("х");
  await page.reload();
  await expect(page.getByText("Строка 7, столбец B: «тудах»")).toBeVisible();
  await page.locator("button[popovertarget=account]").click();
  await page.getByRole("button", { name: "Выйти" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});
