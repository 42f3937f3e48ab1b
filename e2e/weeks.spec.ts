import { expect, test } from "./fixtures/desk-test";
import { StudentsPage } from "./pages/students-page";

test.use({ role: "reader" });

test("the first page tells in words, as a picture and as a table who reaches the limit when; each week leads to them", async ({
  page,
}) => {
  await page.goto("/");
  const part = page.locator("section", {
    has: page.getByRole("heading", { name: "Когда закончится срок, если никто ничего не сделает" }),
  });
  await expect(part).toContainText(/до конца учебного года, 30 июня 2026, у \d+/);
  await part.getByText("Числа по неделям").click();
  const table = part.getByRole("table");
  const totals = await table.locator("tbody tr td:last-child").allTextContents();
  const [, last] = /30 июня 2026, у (\d+)/.exec((await part.textContent()) ?? "") ?? [];
  expect(totals.at(-1)).toBe(last);
  // The picture has a column for every week, and a link for every week in which anybody reaches the limit.
  const links = table.getByRole("link");
  await expect(part.locator("svg a")).toHaveCount(await links.count());

  const week = links.first();
  const count = Number.parseInt((await week.textContent()) ?? "", 10);
  expect(count).toBeGreaterThan(0);
  await week.click();
  const students = new StudentsPage(page);
  await expect(page.getByRole("link", { name: /^сверх срока с/ })).toBeVisible();
  expect(await students.total()).toBe(count);
  await expect(page.getByRole("columnheader", { name: "Сверх срока с" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
});
