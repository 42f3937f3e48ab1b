import { expect, type Locator, type Page } from "@playwright/test";

const LIST = /\/registrations\/[0-9a-f-]{36}/;

/** The lists of students to register, from the choice to the files. Works in any language. */
export class RegistrationsPage {
  readonly page: Page;
  readonly included: Locator;
  readonly leftOut: Locator;

  constructor(page: Page) {
    this.page = page;
    this.included = page.getByRole("table", { name: /^(Войдут|Вошли) в заявку$/ });
    this.leftOut = page.getByRole("table", { name: "Останутся вне заявки" });
  }

  /** Shows what a list of the chosen students would be. */
  async preview(selection: string): Promise<void> {
    await this.page.goto(`/registrations/new?${selection}`);
  }

  /** Keeps the list that is shown as a draft. */
  async keep(): Promise<void> {
    const form = this.page.locator("form", { has: this.page.locator("input[name=selection]") });
    await form.locator("button[type=submit]").click();
    await expect(this.page).toHaveURL(LIST);
  }

  /** Files the draft that is shown. */
  async file(): Promise<void> {
    const form = this.page.locator("form", { has: this.page.locator("input[name=fingerprint]") });
    await form.locator("button[type=submit]").last().click();
    await expect(this.page.locator("a[href$='/xlsx']")).toBeVisible();
  }

  /** The path of the file that the link gives. */
  async download(format: "xlsx" | "csv"): Promise<string> {
    const download = this.page.waitForEvent("download");
    await this.page.locator(`a[href$='/${format}']`).click();
    return (await download).path();
  }
}
