import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Account, ADMINISTRATOR, openSignedIn, READER, sendCredentials } from "./signed-in";

/** A colleague whom the administrator at the page adds: nobody else's test knows them. */
async function addColleague(page: Page, name: string): Promise<Account> {
  const email = `${randomUUID()}@kok-jar.example`;
  await page.goto("/office/users");
  await page.getByLabel("Имя", { exact: true }).fill(name);
  await page.getByLabel("Электронная почта").fill(email);
  await page.getByLabel("Роль").selectOption({ label: "Читатель" });
  await page.getByRole("button", { name: "Добавить сотрудника" }).click();
  const shown = page.getByRole("status").filter({ hasText: email });
  return { email, password: (await shown.locator("code").textContent()) ?? "" };
}

async function elsewhere(browser: Browser, options = {}): Promise<Page> {
  return (await browser.newContext({ locale: "ru-RU", ...options })).newPage();
}

test("whoever is not signed in sees no page, and comes to the page asked for after signing in", async ({
  page,
}) => {
  await openSignedIn(page, ADMINISTRATOR, "/office/audit?entity=user");
  await expect(page).toHaveURL("/office/audit?entity=user");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Управление");
});

test("an address that leads to another site is not followed after signing in", async ({ page }) => {
  await page.goto("/sign-in?next=https://evil.example/desk");
  await sendCredentials(page, READER);
  await expect(page).toHaveURL("/");
});

test("a wrong password is said at the form, and the e-mail stays in its field", async ({
  page,
}) => {
  await page.goto("/sign-in");
  await sendCredentials(page, { ...READER, password: "not the password" });
  await expect(page.getByRole("alert").filter({ hasText: "не подходят" })).toBeVisible();
  await expect(page.getByLabel("Электронная почта")).toHaveValue(READER.email);
  await expect(page.getByLabel("Пароль")).toHaveValue("");
});

test("signing in and out works without scripts", async ({ browser }) => {
  const page = await elsewhere(browser, { javaScriptEnabled: false });
  await page.goto("/sign-in?next=/account");
  await sendCredentials(page, { ...READER, password: "not the password" });
  await expect(page.getByRole("alert").filter({ hasText: "не подходят" })).toBeVisible();
  await sendCredentials(page, READER);
  await expect(page).toHaveURL("/account");
  await page.locator("[popovertarget=account]").click();
  await page.getByRole("button", { name: "Выйти" }).click();
  await expect(page).toHaveURL("/sign-in");
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?/);
});

test("after ten wrong passwords the page tells when one may try again", async ({ page }) => {
  const nobody = { email: `${randomUUID()}@kok-jar.example`, password: "guess" };
  await page.goto("/sign-in");
  for (let attempt = 1; attempt <= 10; attempt++) {
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await sendCredentials(page, nobody);
    await answered;
    // The form empties itself once the answer is shown; what is typed before that would be lost.
    await expect(page.locator("input[name=password]")).toHaveValue("");
  }
  await sendCredentials(page, nobody);
  await expect(page.getByRole("alert").filter({ hasText: /после \d\d:\d\d/ })).toBeVisible();
});

test("a session that an administrator ends is over at its next request", async ({
  page,
  browser,
}) => {
  await openSignedIn(page, ADMINISTRATOR, "/office/users");
  const account = await addColleague(page, "Сеанс Завершаемый");
  const theirs = await elsewhere(browser);
  await openSignedIn(theirs, account, "/account");
  await page.goto("/office/sessions");
  const row = page.getByRole("row").filter({ hasText: "Сеанс Завершаемый" });
  await row.getByRole("button", { name: "Завершить" }).click();
  await expect(row).toHaveCount(0);
  await theirs.reload();
  await expect(theirs).toHaveURL(/\/sign-in\?next=%2Faccount/);
  await expect(theirs.getByText("Сеанс окончен")).toBeVisible();
});

test("an account whose access is closed is out at once and cannot come back", async ({
  page,
  browser,
}) => {
  await openSignedIn(page, ADMINISTRATOR, "/office/users");
  const account = await addColleague(page, "Доступ Закрываемый");
  const theirs = await elsewhere(browser);
  await openSignedIn(theirs, account, "/account");
  const row = page.getByRole("row").filter({ hasText: account.email });
  await row.getByRole("button", { name: /^Изменить/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Закрыть доступ" }).click();
  await expect(page.getByRole("dialog").getByText("Доступ закрыт.")).toBeVisible();
  await theirs.goto("/account");
  await expect(theirs).toHaveURL(/\/sign-in\?/);
  await sendCredentials(theirs, account);
  await expect(theirs.getByRole("alert").filter({ hasText: "закрыта" })).toBeVisible();
});

test("a changed password keeps this browser in and puts the others out", async ({
  page,
  browser,
}) => {
  await openSignedIn(page, ADMINISTRATOR, "/office/users");
  const account = await addColleague(page, "Пароль Меняющий");
  const [here, there] = [await elsewhere(browser), await elsewhere(browser)];
  await openSignedIn(here, account, "/account");
  await openSignedIn(there, account, "/account");
  const password = "три слова и тире";
  await here.getByLabel("Нынешний пароль").fill(account.password);
  await here.getByLabel("Новый пароль", { exact: true }).fill(password);
  await here.getByLabel("Новый пароль ещё раз").fill(password);
  await here.getByRole("button", { name: "Сменить пароль" }).click();
  await expect(here.getByText("Пароль сменён")).toBeVisible();
  await here.reload();
  await expect(here).toHaveURL("/account");
  await there.reload();
  await expect(there).toHaveURL(/\/sign-in\?/);
  await sendCredentials(there, { email: account.email, password });
  await expect(there).toHaveURL("/account");
});

test("the language chosen at the door is remembered with the person, in every browser", async ({
  page,
  browser,
}) => {
  await openSignedIn(page, ADMINISTRATOR, "/office/users");
  const account = await addColleague(page, "Тил Тандоочу");
  const first = await elsewhere(browser);
  await first.goto("/sign-in");
  await first.locator("button[name=locale][value=ky]").click();
  await expect(first.getByRole("heading", { level: 1 })).toHaveText("Кирүү");
  await sendCredentials(first, account);
  await first.waitForURL("/");
  await expect(first.locator("html")).toHaveAttribute("lang", "ky");
  const second = await elsewhere(browser, { locale: "en-GB" });
  await second.goto("/account");
  await expect(second.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await sendCredentials(second, account);
  await expect(second.getByRole("heading", { level: 1 })).toHaveText("Менин эсебим");
});

test("a reader is told that the office's pages are not for readers", async ({ page }) => {
  await openSignedIn(page, READER, "/account");
  for (const path of [
    "/office/users",
    "/office/sessions",
    "/office/settings",
    "/office/questions",
    "/office/audit",
  ]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(403);
  }
  await expect(page.getByText("Вашей роли это не разрешено")).toBeVisible();
});

test("the last administrator's access cannot be closed, and the dialog says why", async ({
  page,
}) => {
  await openSignedIn(page, ADMINISTRATOR, "/office/users");
  const row = page.getByRole("row").filter({ hasText: ADMINISTRATOR.email });
  await row.getByRole("button", { name: /^Изменить/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Закрыть доступ" }).click();
  await expect(page.getByRole("dialog").getByText("последний администратор")).toBeVisible();
});

test("a program signs in and out through next-auth's endpoints, with their token only", async ({
  request,
}) => {
  const sendAs = (csrfToken: string) =>
    request.post("/api/auth/callback/credentials", {
      form: { ...READER, csrfToken, json: "true" },
    });
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  await sendAs("not the token");
  expect(await (await request.get("/api/auth/session")).json()).toEqual({});
  await sendAs(csrfToken);
  expect(await (await request.get("/api/auth/session")).json()).toMatchObject({
    user: { email: READER.email },
  });
  expect((await request.get("/account", { maxRedirects: 0 })).status()).toBe(200);
  await request.post("/api/auth/signout", { form: { csrfToken, json: "true" } });
  expect((await request.get("/account", { maxRedirects: 0 })).status()).toBe(307);
});
