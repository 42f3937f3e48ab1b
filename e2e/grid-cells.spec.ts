import type { Locator } from "@playwright/test";
import { expect, test } from "./fixtures/own-office-test";
import { GridPage } from "./pages/grid-page";
import { ImportsPage } from "./pages/imports-page";

const LOG = [
  "№ студента;Направление;Дата;КПП",
  ...Array.from(
    { length: 400 },
    (_, at) => `A-1;туда;${(at % 28) + 1}.10.2025 ${at % 24}:00;Ак-Жол`,
  ),
  "",
];

test("a row is gone to by its number, cells of a spreadsheet are pasted as one act and taken back", async ({
  page,
}) => {
  await new ImportsPage(page).upload("crossings", {
    name: "to-paste.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(LOG.join("\r\n")),
  });
  const grid = new GridPage(page);
  await grid.open();

  // By the keyboard alone, to a row that is far out of sight.
  await grid.grid.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Control+g");
  await expect(page.getByRole("spinbutton", { name: "Строка №" })).toBeFocused();
  await page.keyboard.type("300");
  await page.keyboard.press("Enter");
  await expect(grid.row(300)).toBeVisible();
  await expect(grid.grid).toBeFocused();
  expect(await grid.cursor()).toEqual({ row: "300", column: "3" });

  const paste = (text: string) =>
    grid.grid.evaluate((target, said) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", said);
      target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    }, text);
  await paste("въезд\t01.11.2025\r\nвыезд\t02.11.2025\r\n");
  await expect(grid.cell(300, "B")).toContainText("въезд");
  await expect(grid.cell(301, "C")).toContainText("02.11.2025");
  await grid.checked();
  await expect(
    page.getByText("Вставлено 4 ячейки, начиная со строки 300, столбца B"),
  ).toBeVisible();
  await expect(grid.row(301)).not.toContainText("с ошибками");

  await grid.grid.focus();
  await page.keyboard.press("Control+z");
  await grid.checked();
  await expect(grid.cell(301, "B")).toContainText("туда");
  await expect(page.getByText(/Вставлено 4 ячейки/)).toHaveCount(0);

  // Nothing is cut off without a word.
  await paste("a\tb\tc\td");
  await expect(page.getByText(/Вставляемое выходит за последнюю строку/)).toBeVisible();
  await page.getByRole("spinbutton", { name: "Строка №" }).fill("9999");
  await page.getByRole("button", { name: "Перейти" }).click();
  await expect(page.getByText("Строки 9 999 среди показанных нет. Последняя — 401.")).toBeVisible();
  await expect(grid.row(401)).toBeVisible();
});

test("on a narrow screen the grid shows two columns beside the rows' numbers, and the list of rows says that there are more", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await new ImportsPage(page).upload("crossings", {
    name: "narrow.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(LOG.join("\r\n")),
  });
  const list = page.getByRole("region", { name: "Строки файла" });
  await expect(page.getByText("Есть ещё столбцы правее")).toBeVisible();
  await list.focus();
  await list.evaluate((box) => box.scrollTo({ left: box.scrollWidth }));
  await expect(page.getByText("Есть ещё столбцы левее")).toBeVisible();

  const grid = new GridPage(page);
  await grid.open();
  const sides = (cell: Locator) =>
    cell.evaluate((element) => {
      const { left, right } = element.getBoundingClientRect();
      return { left, right };
    });
  const box = await sides(grid.grid.locator(".."));
  const head = await sides(grid.row(2).getByRole("rowheader"));
  expect(head.right - head.left).toBeLessThan(100);
  for (const column of ["A", "B"]) {
    const cell = await sides(grid.cell(2, column));
    expect(cell.left).toBeGreaterThanOrEqual(head.right - 1);
    expect(cell.right).toBeLessThanOrEqual(box.right);
  }
  // What becomes of the row is heard of its head, and told in words of the row that has the cursor.
  await expect(grid.row(2).getByRole("rowheader")).toHaveAccessibleName(/^2\s+с ошибками$/);
  await grid.cell(2, "A").click();
  await expect(page.locator("[aria-live=polite]").getByText("с ошибками")).toBeVisible();
});
