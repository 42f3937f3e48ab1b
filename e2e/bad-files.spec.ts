import { readFileSync } from "node:fs";
import { bombOfClaims } from "../lib/import/bombs/all-bombs";
import { expect, test } from "./fixtures/own-office-test";
import { ImportsPage, type Kind, type Upload } from "./pages/imports-page";

/** A file that cannot be read at all, and the two sentences that must say so. */
type Unreadable = { what: string; kind: Kind; file: Upload; says: RegExp; mend: RegExp };

const csv = (name: string, ...lines: string[]): Upload => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(`${lines.join("\r\n")}\r\n`),
});

const UNREADABLE: Unreadable[] = [
  {
    what: "an empty file",
    kind: "roster",
    file: "e2e/files/empty.csv",
    says: /Файл пуст/,
    mend: /Сохраните таблицу заново/,
  },
  {
    what: "a picture named .csv",
    kind: "roster",
    file: "e2e/files/picture.csv",
    says: /Это не таблица, а рисунок/,
    mend: /попросите саму таблицу, XLSX или CSV/,
  },
  {
    what: "a workbook whose sheet is blank",
    kind: "roster",
    file: "e2e/files/no-rows.xlsx",
    says: /В файле нет строк с данными/,
    mend: /Проверьте, тот ли лист сохранён/,
  },
  {
    what: "a workbook with a heading and no rows",
    kind: "roster",
    file: "e2e/files/heading-only.xlsx",
    says: /В файле нет строк с данными/,
    mend: /Проверьте, тот ли лист сохранён/,
  },
  {
    what: "a crossing log without its dates",
    kind: "crossings",
    file: csv("no-dates.csv", "student_no,direction,checkpoint", "A-1,entry,Кордай"),
    says: /Нет нужных столбцов: «Дата и время»/,
    mend: /Добавьте их в файл или укажите ниже/,
  },
  {
    what: "a file with two heading rows",
    kind: "crossings",
    file: csv(
      "two-headings.csv",
      "student_no,direction,at",
      "№ студента,Направление,Дата",
      "A-1,entry,2025-10-01",
    ),
    says: /несколько строк заголовков/,
    mend: /лишние строки заголовков не войдут/,
  },
  {
    what: "a workbook that claims to unpack to terabytes",
    kind: "crossings",
    file: { name: "bomb.xlsx", mimeType: "application/zip", buffer: Buffer.from(bombOfClaims()) },
    says: /Файл при распаковке становится недопустимо велик/,
    mend: /Скопируйте нужные строки в новую книгу/,
  },
  {
    what: "the text of a mainframe, in EBCDIC",
    kind: "crossings",
    file: "e2e/files/ebcdic.csv",
    says: /Это не таблица|Кодировка текста не распознана/,
    mend: /[Сс]охраните .*XLSX/,
  },
];

/** A file that can be read, but none of whose rows may be written. */
const UNUSABLE = [
  {
    what: "a student of another university",
    row: "МУК-77-0001,entry,2025-10-01",
    outcome: "студент неизвестен",
    says: "студент неизвестен",
    once: "Студента с таким номером или документом в базе нет",
  },
  {
    what: "the date 31.02.2026",
    row: "A-1,entry,31.02.2026",
    outcome: "с ошибками",
    says: "«31.02.2026» — такой даты нет в календаре",
  },
  {
    what: "the direction «туда»",
    row: "A-1,туда,2025-10-01",
    outcome: "с ошибками",
    says: "«туда» — не направление; пишите «въезд» или «выезд»",
  },
];

/** How everybody stands and how many there are, as the first page tells it. */
async function standing(imports: ImportsPage): Promise<string> {
  await imports.page.goto("/");
  const main = imports.page.getByRole("main");
  await expect(main.getByRole("heading", { name: /^Положение/ })).toBeVisible();
  return (await main.textContent()) ?? "";
}

for (const { what, kind, file, says, mend } of UNREADABLE) {
  test(`${what} is refused with a reason and a remedy, and nothing of it is stored`, async ({
    page,
  }) => {
    const imports = new ImportsPage(page);
    const before = await standing(imports);
    await imports.upload(kind, file);
    const notice = page.getByRole("alert").filter({ hasText: says });
    await expect(notice).toBeVisible();
    await expect(notice).toContainText(mend);
    await expect(notice).toContainText("Из файла ничего не записано");
    await expect(imports.write).toHaveCount(0);
    expect(await standing(imports)).toBe(before);
  });
}

for (const { what, row, outcome, says, once } of UNUSABLE) {
  test(`a crossing with ${what} is named by its row and cannot be written`, async ({ page }) => {
    const imports = new ImportsPage(page);
    const before = await standing(imports);
    await imports.upload("crossings", csv("one-row.csv", "student_no,direction,at", row));
    await expect(imports.outcome(outcome)).toContainText("1");
    await expect(page.getByRole("row").filter({ hasText: says })).toContainText("2");
    // What mends all such rows is told once, not row by row.
    if (once) await expect(page.getByText(once)).toHaveCount(1);
    await expect(page.getByText("Ни одну строку файла записать нельзя")).toBeVisible();
    await expect(imports.write).toHaveCount(0);
    expect(await standing(imports)).toBe(before);
  });
}

test("a good row beside a wrong one is written only after the wrong one was given up in so many words, and the wrong one can be fetched", async ({
  page,
}) => {
  const imports = new ImportsPage(page);
  const before = await standing(imports);
  await imports.upload(
    "crossings",
    csv(
      "mixed.csv",
      "student_no,direction,at",
      "A-1,entry,2025-10-01",
      "A-1,выход в окно,2025-10-09",
    ),
  );
  await imports.write.click();
  await expect(
    page.getByRole("checkbox", { name: /Оставить 1 неподходящую строку/ }),
  ).toBeFocused();
  await expect(page.getByText("ждёт решения")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /Скачать 1 строку/ }).click();
  expect(readFileSync(await (await download).path(), "utf8")).toContain("выход в окно");
  await page.getByRole("button", { name: "Не записывать, закрыть…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Закрыть без записи" }).click();
  await expect(page).toHaveURL("/imports");
  await expect(page.getByRole("row").filter({ hasText: "mixed.csv" }).first()).toContainText(
    "закрыта без записи",
  );
  expect(await standing(imports)).toBe(before);
});

test("an import that another window has closed says that nothing of it was written", async ({
  page,
}) => {
  const imports = new ImportsPage(page);
  await imports.upload(
    "crossings",
    csv("closed.csv", "student_no,direction,at", "A-1,entry,2025-10-01"),
  );
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole("button", { name: "Не записывать, закрыть…" }).click();
  await other.getByRole("dialog").getByRole("button", { name: "Закрыть без записи" }).click();
  await expect(other).toHaveURL("/imports");
  await imports.write.click();
  await expect(page.getByText("Загрузка закрыта без записи")).toBeVisible();
  await expect(page.getByText("В базу из неё ничего не записано")).toBeVisible();
});
