import { expect, type Locator, type Page } from "@playwright/test";

/** The page on which the rows of an import are mended, in Russian. */
export class GridPage {
  readonly page: Page;
  readonly grid: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole("grid", { name: "Строки файла" });
  }

  /** From the import's page. */
  async open(): Promise<void> {
    await this.page.getByRole("link", { name: "Исправить строки" }).click();
    await expect(this.grid).toBeVisible();
    await expect(this.row(2)).toBeVisible();
  }

  /** A row of the file that is in sight, by its number. */
  row(rowNo: number): Locator {
    return this.grid.getByRole("row").filter({
      has: this.page.getByRole("rowheader", { name: new RegExp(`^${rowNo}\\D`) }),
    });
  }

  /** A cell by its row's number and its column's letter. */
  cell(rowNo: number, column: string): Locator {
    const place = column.charCodeAt(0) - 65 + 2;
    return this.row(rowNo).locator(`[aria-colindex="${place}"]`);
  }

  /** A kind of problem at the side. */
  problem(words: string | RegExp): Locator {
    return this.page
      .getByRole("navigation", { name: "Что исправить" })
      .getByRole("link", { name: words });
  }

  /** How many rows a part of the grid has. */
  shown(name: string): Locator {
    return this.page
      .getByRole("navigation", { name: "Какие строки показаны" })
      .getByRole("link", { name });
  }

  /** The number of the row that has the cursor, and its column counted from the row's head. */
  async cursor(): Promise<{ row: string; column: string | null }> {
    const id = (await this.grid.getAttribute("aria-activedescendant")) ?? "";
    const cell = this.page.locator(`[id="${id}"]`);
    const head = cell.locator("xpath=..").getByRole("rowheader");
    return {
      row: /^\d+/.exec((await head.textContent()) ?? "")?.[0] ?? "",
      column: await cell.getAttribute("aria-colindex"),
    };
  }

  /** Until nothing waits to be checked. */
  async checked(): Promise<void> {
    await expect(this.page.getByRole("progressbar")).toHaveCount(0, { timeout: 90_000 });
  }
}
