import { expect, test } from "./fixtures/own-office-test";
import { ImportsPage } from "./pages/imports-page";

const HEADING = "№ студента;Фамилия;Имя;Гражданство;Телефон";
const file = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from([HEADING, ...lines, ""].join("\r\n")),
});
const amanova = (phone: string) => `A-1;Аманова;Дана;Казахстан;${phone}`;
const borisov = (phone: string) => `B-1;Борисов;Иван;Казахстан;${phone}`;

test("an empty cell erases nothing until a person says so, and comes back when the import is taken back", async ({
  page,
}) => {
  const imports = new ImportsPage(page);
  await imports.upload("roster", file("phones.csv", [amanova("555111"), borisov("555222")]));
  await imports.writeAll();

  await imports.upload("roster", file("no-phones.csv", [amanova(""), borisov("")]));
  const part = page.locator("section", {
    has: page.getByRole("heading", { name: "Пустые ячейки там, где данные уже есть" }),
  });
  await expect(part).toContainText("Телефон: в 2 строках ячейка пуста; записанное остаётся");
  await expect(part).toContainText("Строки 2, 3");
  await expect(imports.write).toHaveCount(0);

  await part.getByRole("checkbox", { name: /^Телефон/ }).check();
  await part.getByRole("button").click();
  await expect(part).toContainText("записанное будет стёрто", { timeout: 60_000 });
  await expect(page.getByText("Телефон: 555111 → не указано")).toBeVisible();
  await imports.writeAll();

  await page.getByRole("link", { name: "Отменить записанное…" }).click();
  await page.getByRole("button", { name: "Отменить записанное…" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Отменить/ })
    .click();
  await expect(page.getByText(/отменен/).first()).toBeVisible({ timeout: 60_000 });
  await imports.upload("roster", file("once-more.csv", [amanova("555111"), borisov("")]));
  await expect(part).toContainText("Телефон: в 1 строке ячейка пуста; записанное остаётся");
});

test("grounds tell their empty cells too: an address may be erased, an end stays", async ({
  page,
}) => {
  const imports = new ImportsPage(page);
  const grounds = (name: string, cells: string) => ({
    ...{ name, mimeType: "text/csv" },
    buffer: Buffer.from(
      `№ студента;Вид основания;Номер;Действует с;Действует до;Адрес;Состояние\r\nA-1;виза;V-77;01.11.2025;${cells};действует\r\n`,
    ),
  });
  await imports.upload("grounds", grounds("visas.csv", "31.01.2026;Бишкек"));
  await imports.writeAll();
  await imports.upload("grounds", grounds("no-address.csv", ";"));
  const part = page.locator("section", {
    has: page.getByRole("heading", { name: "Пустые ячейки там, где данные уже есть" }),
  });
  await expect(part).toContainText(
    "Действует до: в 1 строке ячейка пуста; записанное остаётся как есть",
  );
  await expect(part.getByRole("checkbox")).toHaveCount(1);
  await part.getByRole("checkbox", { name: /^Адрес/ }).check();
  await part.getByRole("button").click();
  await expect(part).toContainText("записанное будет стёрто", { timeout: 60_000 });
  await expect(page.getByText("Адрес: Бишкек → не указано")).toBeVisible();
});
