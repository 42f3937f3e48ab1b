import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { openTable } from "@/lib/import/open-table";
import { oneByOne } from "@/lib/import/table";
import { expect, test } from "./fixtures/fresh-install";
import { enterDate } from "./pages/date-field";
import { ImportsPage } from "./pages/imports-page";
import { RegistrationsPage } from "./pages/registrations-page";
import { SignInPage } from "./pages/sign-in-page";
import { StudentsPage } from "./pages/students-page";

// The files are an office's own, made by no part of Sanak: roster.xlsx as Excel writes it, with headings in Russian and
// birth dates as dates; crossings.csv in Windows-1251 with semicolons, some rows by student, some by passport;
// grounds.csv in UTF-8 with commas. Counted by hand as of 2025-11-15: Dana Askarova was in the country 26 + 27 + 16 +
// 4 = 73 days since September 1; 17 more make December 2 the 90th.
const ROSTER = "e2e/files/roster.xlsx";
const CROSSINGS = "e2e/files/crossings.csv";
const GROUNDS = "e2e/files/grounds.csv";

const RESIDENCE = {
  ownerName: "Асанова Жылдыз",
  ownerPapers: "ID1234567",
  consentNotary: "Нотариус Кадыров",
  consentNumber: "15-204",
  technicalPassportNo: "ТП-77",
  address: "г. Бишкек, ул. Токтогула; д. 7, «кв. 3»",
};
const CONSENT_DATE = "2025-11-10";

/** A file of rows as records by heading. */
async function recordsIn(path: string): Promise<Record<string, string>[]> {
  const table = await openTable({ path });
  if ("refused" in table) throw new Error(`not readable: ${table.refused.code}`);
  const rows: string[][] = [];
  for await (const { cells } of oneByOne(table.batches())) rows.push(cells);
  const [heading = [], ...records] = rows;
  return records.map((cells) =>
    Object.fromEntries(heading.map((name, index) => [name, cells[index] ?? ""])),
  );
}

/** How many students have each verdict by the first page, the worst verdict first. */
async function standing(page: Page): Promise<number[]> {
  await page.goto("/");
  const part = page.locator("section", { has: page.getByRole("heading", { name: /^Положение/ }) });
  await expect(part).toBeVisible();
  const texts = await part.getByRole("listitem").allTextContents();
  return texts.map((text) => Number.parseInt(text, 10));
}

/** The same by the engine, of the people whom the demonstration's files tell of. */
async function expectedStanding(): Promise<number[]> {
  const script = "e2e/fixtures/make-standing.ts";
  const options = ["--import", "tsx", "--conditions=react-server", script];
  const { stdout } = await promisify(execFile)(process.execPath, options);
  return JSON.parse(stdout);
}

async function importAll(imports: ImportsPage): Promise<void> {
  await imports.upload("roster", ROSTER);
  await expect(imports.outcome("новые")).toContainText("8");
  await imports.writeAll();
  await imports.upload("crossings", CROSSINGS);
  await expect(
    imports.page.getByRole("definition").filter({ hasText: "Windows-1251" }),
  ).toBeVisible();
  await expect(imports.outcome("новые")).toContainText("15");
  await imports.writeAll();
  await imports.upload("grounds", GROUNDS);
  await expect(imports.outcome("новые")).toContainText("2");
  await imports.writeAll();
}

/** Where she lives, on her own page: what the request asks for on the route of a private address. */
async function fillResidence(page: Page): Promise<void> {
  await page.locator("select[name=route]").selectOption("address");
  for (const [name, value] of Object.entries(RESIDENCE)) {
    await page.locator(`input[name=${name}]`).fill(value);
  }
  await enterDate(page, "Дата согласия", CONSENT_DATE);
  await page.getByRole("button", { name: "Сохранить" }).click();
  await expect(page.getByText("Сохранено.")).toBeVisible();
}

test("an office installs Sanak, imports its files, sees who is at risk and why, and files and exports the list to register", async ({
  page,
  install,
}) => {
  test.setTimeout(180_000);
  const imports = new ImportsPage(page);
  const desk = new StudentsPage(page);
  const lists = new RegistrationsPage(page);

  await test.step("the start says where to go and as whom", () => {
    expect(install.said).toContain(`Sanak is ready: ${install.address}`);
    expect(install.said).toContain(install.administrator.email);
  });

  await test.step("signed in, the first page shows how to begin", async () => {
    await new SignInPage(page).enter(install.administrator);
    await expect(page.getByRole("heading", { name: "С чего начать" })).toBeVisible();
  });

  await test.step("three files are imported", () => importAll(imports));

  await test.step("the same file again changes nothing", async () => {
    await imports.upload("crossings", CROSSINGS);
    await expect(imports.outcome("без изменений")).toContainText("15");
    await expect(page.getByText("Записывать нечего")).toBeVisible();
    await expect(imports.write).toHaveCount(0);
  });

  await test.step("the desk names each student's standing", async () => {
    await desk.open();
    expect(await desk.total()).toBe(8);
    for (const [name, verdict] of [
      ["Аскарова Дана", "Срок на исходе"],
      ["Ли Тимур", "Без регистрации"],
      ["Каримов Азиз", "Оформлено на год"],
      ["Токтосунова Бурул", "Без ограничений"],
      ["SHARMA RAHUL", "Нет сведений"],
      ["Нурланов Еркин", "Регистрация просрочена"],
      ["Омарова Айгерим", "Основание истекает"],
      ["Сейтқали Марат", "Срок на исходе"],
    ] as const) {
      await expect(desk.row(name), name).toContainText(verdict);
    }
    await expect(desk.row("Аскарова Дана")).toContainText("73 из 90");
    await expect(desk.row("Аскарова Дана")).toContainText("03.12.2025");
  });

  await test.step("her page tells the days and the crossings behind them", async () => {
    await desk.row("Аскарова Дана").getByRole("link").click();
    const main = page.getByRole("main");
    await expect(main).toContainText("Использовано 73 из 90, осталось 17");
    await expect(main).toContainText(/не выедет, 90-\u2060?й день 2 декабря 2025/);
    await expect(main).toContainText("7 пересечений");
    await expect(page.getByRole("link", { name: "crossings.csv, строка 2" })).toBeVisible();
    await fillResidence(page);
  });

  await test.step("those at risk are chosen; who is abroad stays out, and the list says why", async () => {
    await desk.open("?verdict=at_risk");
    expect(await desk.total()).toBe(2);
    await desk.choose("Аскарова Дана");
    await desk.choose("Сейтқали Марат");
    await page.getByRole("button", { name: "В список на регистрацию" }).click();
    await expect(lists.included.getByRole("rowheader")).toContainText(["Аскарова Дана"]);
    await expect(lists.leftOut).toContainText("За границей с 13 ноября 2025");
    await lists.keep();
    await lists.file();
    await expect(page.getByRole("heading", { name: "Заявка № 1" })).toBeVisible();
  });

  await test.step("both exported files say what was imported", async () => {
    for (const format of ["xlsx", "csv"] as const) {
      const records = await recordsIn(await lists.download(format));
      expect(records, format).toHaveLength(1);
      expect(records[0], format).toMatchObject({
        "Фамилия (латиница)": "ASKAROVA",
        "Имя (латиница)": expect.stringContaining("DANA"),
        "Дата рождения": "2005-03-14",
        Пол: "жен.",
        Гражданство: "Казахстан",
        "Номер документа": "N20501001",
        "Документ действителен до": "2031-02-02",
        "Дата последнего въезда": "2025-11-12",
        "Пункт пропуска": "Ак-Жол",
        Факультет: "Экономика",
        "Адрес пребывания": RESIDENCE.address,
        "Дата согласия": CONSENT_DATE,
        "Регистрация с": "2025-11-15",
        "Регистрация по": "2026-06-30",
      });
    }
  });
});

test("the demonstration's own files, imported by hand, put its students where the engine does", async ({
  page,
  install,
}) => {
  test.setTimeout(300_000);
  const imports = new ImportsPage(page);
  await new SignInPage(page).enter(install.administrator);
  await imports.upload("roster", "demo/roster.xlsx");
  await imports.writeAll();
  await imports.upload("crossings", "demo/crossings.csv");
  await imports.writeAll();
  await imports.upload("grounds", "demo/grounds.csv");
  await imports.writeAll();
  expect(await standing(page)).toEqual(await expectedStanding());
});
