import { expect, type Locator, type Page } from "@playwright/test";

/** The review desk, in Russian. */
export class StudentsPage {
  readonly page: Page;
  readonly rows: Locator;
  readonly lead: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.locator("main table tbody tr");
    this.lead = page.locator("main header").first();
  }

  /** Opens the desk with a filter as it stands in the address. */
  async open(query = ""): Promise<void> {
    await this.page.goto(`/students${query}`);
    await expect(this.page.getByRole("heading", { level: 1, name: "Студенты" })).toBeVisible();
  }

  /** How many students match, as the desk says. */
  async total(): Promise<number> {
    const text = (await this.lead.textContent()) ?? "";
    const number = /([\d\s ]+) студент/.exec(text)?.[1];
    return number === undefined ? 0 : Number(number.replace(/\D/g, ""));
  }

  row(name: string): Locator {
    return this.rows.filter({ has: this.page.getByRole("rowheader", { name }) });
  }

  async choose(name: string): Promise<void> {
    await this.row(name).getByRole("checkbox").check();
  }
}
