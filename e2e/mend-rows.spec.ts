import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/own-office-test";
import { GridPage } from "./pages/grid-page";
import { ImportsPage } from "./pages/imports-page";

const HEADING = "№ студента;Направление;Дата;КПП";
const LOG = [
  HEADING,
  "A-1;выезд;11.11.2025;Ак-Жол",
  "A-1;туда;12.11.2025;Ак-Жол",
  "B-1;туда;31.02.2025;Ак-Жол",
  "B-1;выезд;10.11.2025;Кордай",
  "Z-9;выезд;10.11.2025;Кордай",
  "V-1;выезд;09.11.2025;Кордай",
  "Итого;6;;",
  "",
];
const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(lines.join("\r\n")),
});

async function openGrid(page: Page, name: string, lines = LOG): Promise<GridPage> {
  await new ImportsPage(page).upload("crossings", csv(name, lines));
  const grid = new GridPage(page);
  await grid.open();
  return grid;
}

test("a log with errors is mended group by group, and written as mended; its rows tell what the file has", async ({
  page,
}) => {
  const grid = await openGrid(page, "to-mend.csv");
  await expect(grid.shown("С ошибками")).toContainText("3");
  await expect(grid.row(8)).toContainText("не из списка");

  // One mending for all rows with the same text.
  await grid.problem(/2 строки: столбец B/).click();
  await expect(page).toHaveURL(/code=unknownDirection&column=1$/);
  await expect(grid.grid.getByRole("row")).toHaveCount(3);
  await page.getByRole("textbox", { name: "«туда»: 2 строки" }).fill("въезд");
  await page.getByRole("button", { name: "Исправить все" }).click();
  await grid.checked();
  await expect(page.getByText("Столбец B: «туда» → «въезд», ячейка целиком")).toBeVisible();

  // A cell in place, once all rows are there again.
  await grid.shown("Все").click();
  await expect(grid.grid.getByRole("row")).toHaveCount(8);
  await grid.cell(4, "C").dblclick();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("09.11.2025");
  await page.keyboard.press("Enter");
  await grid.checked();
  await expect(grid.cell(4, "C")).toContainText("09.11.2025");
  await grid.cell(4, "C").click();
  await expect(page.getByText("в файле: «31.02.2025»").first()).toBeVisible();

  // A row knowingly left out.
  await grid.cell(6, "A").click();
  await page.getByRole("button", { name: "Исключить строку" }).click();
  await grid.checked();
  await expect(grid.row(6)).toContainText("оставлена незаписанной");
  await expect(grid.shown("Исключённые")).toContainText("1");
  await expect(grid.shown("С ошибками")).toHaveCount(0);

  await page.getByRole("link", { name: "to-mend.csv" }).click();
  await page.getByRole("checkbox", { name: "Не записывать 1 строку, исключённую вручную" }).check();
  await new ImportsPage(page).writeAll();
  await expect(page.getByText("в файле: «31.02.2025»")).toBeVisible();
  await expect(page.getByText("в файле: «туда»")).toHaveCount(2);
});

test("a text goes to the row in which it was begun, though the list has become shorter meanwhile", async ({
  page,
}) => {
  const grid = await openGrid(page, "to-shorten.csv");
  await grid.shown("С ошибками").click();
  await expect(grid.grid.getByRole("row")).toHaveCount(4);
  await grid.cell(3, "B").dblclick();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("въезд");
  await page.keyboard.press("Enter");
  // The next is begun at once; then the first is checked, and leaves the list of wrong rows.
  await grid.cell(4, "C").dblclick();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("09.11");
  await expect(grid.row(3)).toHaveCount(0);
  await page.keyboard.type(".2025");
  await page.keyboard.press("Enter");
  await grid.checked();
  await grid.shown("Все").click();
  await expect(grid.cell(4, "C")).toContainText("09.11.2025");
  await expect(grid.cell(6, "C")).toContainText("10.11.2025");
});

test("found and replaced after a count, and taken back one by one", async ({ page }) => {
  const grid = await openGrid(page, "to-replace.csv");
  await page.getByRole("button", { name: "Найти и заменить" }).click();
  const panel = page.getByRole("form", { name: "Найти и заменить" });
  await panel.getByRole("textbox", { name: "Найти" }).fill("Кордай");
  await panel.getByRole("textbox", { name: "Заменить на" }).fill("Манас");
  await panel.getByRole("combobox", { name: "Где" }).selectOption({ label: "во всех столбцах" });
  await panel.getByRole("button", { name: "Посчитать" }).click();
  await expect(panel.getByText("Найдено: 3 ячейки, строк — 3.")).toBeVisible();
  await expect(panel.getByText("Строка 5, D: «Кордай» → «Манас»")).toBeVisible();
  await panel.getByRole("button", { name: "Заменить в 3 ячейках" }).click();
  await grid.checked();
  await expect(grid.cell(7, "D")).toContainText("Манас");
  await expect(grid.shown("Исправленные")).toContainText("3");

  await page.getByRole("button", { name: "Отменить", exact: true }).click();
  await grid.checked();
  await expect(grid.cell(7, "D")).toContainText("Кордай");
  await expect(grid.shown("Исправленные")).toHaveCount(0);
});

test("rows are mended with the keyboard alone", async ({ page }) => {
  const grid = await openGrid(page, "by-keyboard.csv");
  await grid.grid.focus();
  await page.keyboard.press("Control+Home");
  expect(await grid.cursor()).toEqual({ row: "2", column: "1" });
  for (const key of ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight"]) {
    await page.keyboard.press(key);
  }
  expect(await grid.cursor()).toEqual({ row: "4", column: "3" });
  // What is said of the cell is told under the grid.
  await expect(page.getByText("Строка 4, столбец B «Направление»")).toBeVisible();

  await page.keyboard.press("F2");
  await page.keyboard.type("!!");
  await page.keyboard.press("Escape");
  await expect(grid.cell(4, "B")).toContainText("туда");

  // A letter begins a new text, Tab goes on to the next cell.
  await page.keyboard.type("entry");
  await page.keyboard.press("Tab");
  await expect(grid.cell(4, "B")).toContainText("entry");
  expect(await grid.cursor()).toEqual({ row: "4", column: "4" });
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("09.11.2025");
  await page.keyboard.press("Enter");
  await grid.checked();
  expect(await grid.cursor()).toEqual({ row: "5", column: "4" });
  await expect(grid.row(4)).not.toContainText("с ошибками");

  // Enter on the number of a row leaves the row out, Enter again puts it back.
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(grid.row(5)).toContainText("оставлена незаписанной");
  await grid.checked();
  await page.keyboard.press("Enter");
  await grid.checked();
  await expect(grid.row(5)).not.toContainText("оставлена незаписанной");

  // The last mend is taken back.
  await page.keyboard.press("Control+z");
  await grid.checked();
  await page.keyboard.press("Control+f");
  await expect(page.getByRole("textbox", { name: "Найти" })).toBeFocused();
});

const MANY = 200_000;

/** A log of many rows of few students, every hundredth of them wrong. */
function longLog(): string[] {
  const rows = Array.from({ length: MANY }, (_, index) => {
    const day = new Date(Date.UTC(2010, 0, 1) + (index >> 1) * 3_600_000 * 24 * 0.05);
    const date = day.toISOString().slice(0, 10).split("-").reverse().join(".");
    const direction = index % 100 === 99 ? "туда" : index % 2 ? "выезд" : "въезд";
    return `B-1;${direction};${date} ${String(index % 24).padStart(2, "0")}:${String(index % 60).padStart(2, "0")};Ак-Жол`;
  });
  return [HEADING, ...rows, ""];
}

/** Scrolls so many steps, a frame each, and tells how many frames took over 50 ms. */
function scrolled(page: Page, steps: number, step: number): Promise<number> {
  return page.evaluate(
    async ({ steps, step }) => {
      const box = document.querySelector("[role=grid]")?.parentElement;
      if (!box) throw new Error("no grid");
      let long = 0;
      let before = performance.now();
      for (let at = 0; at < steps; at += 1) {
        box.scrollTop += step;
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        if (now - before > 50) long += 1;
        before = now;
      }
      return long;
    },
    { steps, step },
  );
}

/** Milliseconds for which the page's thread has had the processor: a busy machine makes them no longer. */
async function processorTime(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  };
}

const FRAMES = 200;
test("200,000 rows are scrolled through, and only those in sight are in the page", async ({
  page,
}) => {
  test.setTimeout(1_500_000);
  await page.goto("/imports");
  await page.locator("input[name=kind][value=crossings]").check();
  const form = page.locator("form", { has: page.locator("input[type=file]") });
  await form.locator("input[type=file]").setInputFiles(csv("long.csv", longLog()));
  await form.locator("button[type=submit]").click();
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("link", { name: "Исправить строки" })).toBeVisible({
    timeout: 600_000,
  });
  const grid = new GridPage(page);
  await grid.open();
  await expect(grid.grid).toHaveAttribute("aria-rowcount", String(MANY + 1));

  await scrolled(page, 30, 100);
  const spent = await processorTime(page);
  for (const [name, step] of [
    ["3 rows a frame", 96],
    ["100 rows a frame", 3200],
  ] as const) {
    const before = await spent();
    const long = await scrolled(page, FRAMES, step);
    const each = ((await spent()) - before) / FRAMES;
    const text = `${name}: ${each.toFixed(1)} ms of work a frame, ${long} of ${FRAMES} frames over 50 ms`;
    // Told, not judged: a test must not hang on how fast a machine is.
    test.info().annotations.push({ type: "frames", description: text });
  }
  const inPage = await grid.grid.getByRole("row").count();
  expect(inPage).toBeLessThan(80);

  await grid.grid.focus();
  await page.keyboard.press("Control+End");
  await expect(grid.row(MANY + 1)).toBeVisible();
  await expect(grid.row(MANY + 1)).toContainText("B-1");

  // A mend of a large file waits until somebody says that it is to be checked.
  await grid.shown("С ошибками").click();
  await expect(grid.grid).toHaveAttribute("aria-rowcount", String(MANY / 100 + 1));
  await grid.problem(/столбец B/).click();
  await page.getByRole("textbox", { name: /^«туда»/ }).fill("выезд");
  await page.getByRole("button", { name: "Исправить все" }).click();
  await expect(page.getByText(/ещё не проверены/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "Проверить сейчас" }).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
});

test("a cell that was mended in another window is not overwritten, one's own twice is", async ({
  page,
}) => {
  const grid = await openGrid(page, "two-windows.csv");
  const other = new GridPage(await page.context().newPage());
  await other.page.goto(page.url());
  await expect(other.row(5)).toBeVisible();
  const type = async (window: GridPage, text: string) => {
    await window.cell(4, "B").dblclick();
    await window.page.keyboard.press("Control+A");
    await window.page.keyboard.type(text);
    await window.page.keyboard.press("Enter");
  };
  await type(grid, "въезд");
  await type(grid, "выезд");
  await grid.checked();
  await type(other, "вход");
  await expect(other.page.getByText(/исправил кто-то другой или вы сами/)).toBeVisible();
  await expect(other.cell(4, "B")).toContainText("выезд");
  await expect(other.page.getByText("Строка 4, столбец B: «вход»")).toBeVisible();
});
