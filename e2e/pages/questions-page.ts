import { expect, type Locator, type Page } from "@playwright/test";

/** The open questions of the law, in Russian. */
export class QuestionsPage {
  readonly page: Page;
  /** What all changed answers together would do. */
  readonly effect: Locator;
  readonly save: Locator;

  constructor(page: Page) {
    this.page = page;
    this.effect = page.locator("form").getByRole("status").last();
    this.save = page.getByRole("main").getByRole("button", { name: "Сохранить" });
  }

  async open(): Promise<void> {
    await this.page.goto("/office/questions");
    await expect(this.question("A22")).toBeVisible();
  }

  question(id: string): Locator {
    return this.page.locator(`section#${id}`);
  }

  answer(id: string, words: string): Locator {
    return this.question(id).getByRole("radio", { name: words });
  }

  /** Waits until it has been counted whose standing would change. */
  async expectEffect(words: string): Promise<void> {
    await expect(this.effect).toContainText(words);
  }
}
