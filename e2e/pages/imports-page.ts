import { basename } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";

export type Kind = "roster" | "crossings" | "grounds" | "residents" | "authority";

/** What can be uploaded: a file on disk, or bytes with a name. */
export type Upload = string | { name: string; mimeType: string; buffer: Buffer };

/** The uploads of the office, and the page of one of them, in Russian. */
export class ImportsPage {
  readonly page: Page;
  /** The button that writes what was read. */
  readonly write: Locator;

  constructor(page: Page) {
    this.page = page;
    this.write = page.getByRole("button", { name: /^Записать/ });
  }

  /** Sends a file through the form, and waits on the page that tells of it until it has been read. */
  async upload(kind: Kind, file: Upload): Promise<void> {
    await this.page.goto("/imports");
    await this.page.locator(`input[name=kind][value=${kind}]`).check();
    const form = this.page.locator("form", { has: this.page.locator("input[type=file]") });
    await form.locator("input[type=file]").setInputFiles(file);
    await form.locator("button[type=submit]").click();
    await expect(this.page).toHaveURL(/\/imports\/[0-9a-f-]{36}$/);
    const name = typeof file === "string" ? basename(file) : file.name;
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(this.page.getByRole("progressbar")).toHaveCount(0, { timeout: 60_000 });
  }

  /** How many rows have this outcome, as the review counts them. */
  outcome(name: string): Locator {
    return this.page
      .getByRole("navigation", { name: /^Что (будет|было сделано|было бы)$/ })
      .getByRole("link", { name });
  }

  /** Writes all rows that were read and waits until they are in the database. */
  async writeAll(): Promise<void> {
    await this.write.click({ timeout: 60_000 });
    await expect(this.page.getByText(/^Запис(ана|аны|ано) /)).toBeVisible({ timeout: 60_000 });
  }
}
