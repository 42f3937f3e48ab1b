import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { Account, Role } from "../fixtures/running";

/** The office's people, as an administrator sees them, in Russian. */
export class UsersPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Makes an account and returns it with the password that is shown once. */
  async add(role: Role): Promise<Account> {
    const email = `${randomUUID()}@university.example`;
    await this.page.goto("/office/users");
    const form = this.page.locator("form", { has: this.page.locator("input[name=email]") });
    await form.locator("input[name=name]").fill(`Новый сотрудник ${email.slice(0, 4)}`);
    await form.locator("input[name=email]").fill(email);
    await form.locator("select[name=role]").selectOption(role);
    await form.getByRole("button", { name: "Добавить сотрудника" }).click();
    const told = this.page.getByRole("status").filter({ hasText: email });
    await expect(told).toBeVisible();
    return { email, password: (await told.locator("code").textContent()) ?? "" };
  }
}
