import { expect, type Page } from "@playwright/test";

export type Account = { email: string; password: string };

/** The accounts of the demonstration, as ./start --demo prints them. */
export const ADMINISTRATOR: Account = {
  email: "admin@kok-jar.example",
  password: "demo-administrator",
};
export const READER: Account = {
  email: "reader@kok-jar.example",
  password: "demo-reader-account",
};

/** Fills and sends the form of the sign-in page that is open; says nothing of the outcome. */
export async function sendCredentials(page: Page, { email, password }: Account): Promise<void> {
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("form:has(input[name=password]) button[type=submit]").click();
}

/** Opens a page of the desk as somebody who signs in for it. */
export async function openSignedIn(page: Page, account: Account, path = "/"): Promise<void> {
  await page.goto(path);
  await expect(page).toHaveURL(/\/sign-in\?/);
  await sendCredentials(page, account);
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}
