import { expect, type Locator, type Page } from "@playwright/test";
import type { Account } from "../fixtures/running";

/** The door. Works in any language: its fields are found by their names. */
export class SignInPage {
  readonly page: Page;
  readonly email: Locator;
  readonly password: Locator;

  constructor(page: Page) {
    this.page = page;
    this.email = page.locator("input[name=email]");
    this.password = page.locator("input[name=password]");
  }

  async fill({ email, password }: Account): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.password.press("Enter");
  }

  /** Signs in from the sign-in page and waits for the desk. */
  async enter(account: Account): Promise<void> {
    await this.page.goto("/sign-in");
    await this.fill(account);
    await expect(this.page.locator("main#content")).toBeVisible();
  }
}
