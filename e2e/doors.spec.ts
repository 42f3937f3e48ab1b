import { globSync } from "node:fs";
import { expect, test } from "./fixtures/desk-test";
import { routesOfTheApplication } from "./fixtures/every-page";
import { type Neighbour, neighbourInstitution } from "./fixtures/neighbour-institution";
import { SignInPage } from "./pages/sign-in-page";

const SOME_ID = "018f6b1e-0000-7000-8000-000000000000";
/** What may be asked without a session. */
const OPEN_DOORS = ["/sign-in", "/api/auth/[...nextauth]", "/api/health"];

const routeHandlers = globSync("app/**/route.ts").map(
  (file) => `/${file.split("/").slice(1, -1).join("/")}`,
);
const shut = [...routesOfTheApplication(), ...routeHandlers]
  .filter((route) => !OPEN_DOORS.includes(route))
  .map((route) =>
    route
      .replace("/students/[id]", "/students/1")
      .replace("[id]", SOME_ID)
      .replace("[format]", "csv"),
  );

test("every page but the door leads whoever has no session to the door, and back afterwards", async ({
  request,
}) => {
  for (const path of shut.filter((one) => !one.startsWith("/api/"))) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status(), path).toBe(307);
    expect(response.headers()["location"], path).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  }
});

test("every door for programs but health answers 401 without a session, and tells nothing", async ({
  request,
}) => {
  for (const path of shut.filter((one) => one.startsWith("/api/"))) {
    const method = path === "/api/imports" ? "post" : "get";
    const response = await request[method](path);
    expect(response.status(), path).toBe(401);
    expect(await response.json()).toEqual({ reason: "signInFirst", fields: {} });
  }
});

test.describe("a reader", () => {
  test.use({ role: "reader" });

  test("sees students, and neither uploads nor the office, by no link and by no address", async ({
    page,
  }) => {
    await page.goto("/students");
    const sections = page.getByRole("navigation", { name: "Разделы" });
    await expect(sections.getByRole("link")).toHaveText([
      "Обзор",
      "Студенты",
      "Заявки на регистрацию",
    ]);
    await expect(page.getByRole("checkbox")).toHaveCount(0);
    for (const path of [
      "/imports",
      "/office/users",
      "/office/sessions",
      "/office/settings",
      "/office/questions",
      "/office/audit",
    ]) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(403);
      await expect(
        page.getByRole("heading", { name: "Эта страница вам не открыта" }),
      ).toBeVisible();
    }
  });

  test("cannot upload by a request of one's own either", async ({ page }) => {
    const response = await page.request.post("/api/imports", {
      multipart: {
        kind: "crossings",
        file: {
          name: "a.csv",
          mimeType: "text/csv",
          buffer: Buffer.from("student_no,direction,at\n"),
        },
      },
    });
    expect(response.url()).not.toMatch(/\/imports\/[0-9a-f-]{36}/);
  });
});

test.describe("a registrar", () => {
  test.use({ role: "registrar" });

  test("works with files and students, but does not see the office", async ({ page }) => {
    const sections = page.getByRole("navigation", { name: "Разделы" });
    await page.goto("/imports");
    await expect(sections.getByRole("link")).toHaveText([
      "Обзор",
      "Студенты",
      "Загрузки",
      "Заявки на регистрацию",
    ]);
    const response = await page.goto("/office/users");
    expect(response?.status()).toBe(403);
  });
});

test("what was signed out cannot be used again by whoever kept its cookie", async ({
  page,
  newcomer,
  browser,
}) => {
  await new SignInPage(page).enter(await newcomer("reader"));
  const kept = await page.context().storageState();
  await page.locator("button[popovertarget=account]").click();
  await page.getByRole("button", { name: "Выйти" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  const thief = await browser.newContext({ storageState: kept });
  const response = await thief.request.get("/students", { maxRedirects: 0 });
  expect(response.status()).toBe(307);
  expect(response.headers()["location"]).toContain("/sign-in");
  await thief.close();
});

test.describe("beside another institution", () => {
  test.use({ role: "administrator" });
  let neighbour: Neighbour;

  test.beforeAll(async () => {
    neighbour = await neighbourInstitution();
  });

  test("its students, imports and lists are not found, by page or by file", async ({ page }) => {
    const paths = [
      `/students/${neighbour.student}`,
      `/imports/${neighbour.import}`,
      `/registrations/${neighbour.list}`,
      `/registrations/${neighbour.list}/print`,
    ];
    for (const path of paths) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(404);
      await expect(page.getByRole("heading", { name: "Такой страницы нет" })).toBeVisible();
    }
    const files = [
      `imports/${neighbour.import}/file`,
      `imports/${neighbour.import}/rows`,
      `registrations/${neighbour.list}/csv`,
      `registrations/${neighbour.list}/xlsx`,
    ];
    for (const file of files) {
      const response = await page.request.get(`/api/${file}`);
      expect(response.status(), file).toBe(404);
    }
  });

  test("nobody of it is in the table, and its audit is not in ours", async ({ page }) => {
    await page.goto("/students?q=S-1");
    await expect(page.getByRole("heading", { name: "Студенты" })).toBeVisible();
    await expect(page.getByRole("rowheader").filter({ hasText: /\bS-1 ·/ })).toHaveCount(0);
    await page.goto("/office/users");
    await expect(page.getByRole("row").filter({ hasText: "@example.org" })).toHaveCount(0);
  });
});
