import { expect, test } from "./fixtures/desk-test";
import { runInDatabase } from "./fixtures/run-in-database";
import type { Account } from "./fixtures/running";
import { QuestionsPage } from "./pages/questions-page";
import { SignInPage } from "./pages/sign-in-page";
import { StudentsPage } from "./pages/students-page";

// Each test has an office of its own (fixtures/make-office.ts tells its students): other tests look at the
// demonstration while these change what verdicts rest on.
const ownOffice = () => runInDatabase<Account>("make-office.ts");

const QUESTIONS = ["A1", "A2", "A5", "A7", "A9", "A10", "A12", "A14", "A19", "A21", "A22"];

test("an answer shows whom it would concern before it is saved; the desk follows, and it can be put back", async ({
  page,
}) => {
  await new SignInPage(page).enter(await ownOffice());
  const questions = new QuestionsPage(page);
  const students = new StudentsPage(page);
  await students.open();
  await expect(students.row("Аманова Дана")).toContainText("68 из 90");
  await expect(students.row("Аманова Дана")).toContainText("Срок на исходе");

  await questions.open();
  for (const id of QUESTIONS) await expect(questions.question(id)).toBeVisible();
  await expect(questions.question("A22").getByRole("radio")).toHaveCount(0);
  await expect(questions.question("A9")).toContainText("Памиров");
  await questions.answer("A9", "обнуляет счёт").check();
  await questions.expectEffect("Положение изменится у 1 студента из 3");
  const alone = questions.question("A9");
  await expect(alone.getByText("Срок на исходе")).toBeVisible();
  await expect(alone.getByText("Пора регистрировать")).toBeVisible();
  await expect(alone.getByRole("link", { name: "Аманова Дана" })).toHaveAttribute(
    "href",
    /^\/students\/\d+$/,
  );

  await questions.save.click();
  const dialog = page.getByRole("dialog", { name: "Сохранить ответы?" });
  await expect(dialog).toContainText("Положение изменится у 1 студента из 3");
  await dialog.getByRole("button", { name: "Сохранить", exact: true }).click();
  await expect(page.getByText("Ответы сохранены")).toBeVisible();
  await expect(questions.answer("A9", "обнуляет счёт")).toBeChecked();

  await students.open();
  await expect(students.row("Аманова Дана")).toContainText("34 из 90");
  await expect(students.row("Борисов Иван")).toContainText("40 из 90");
  await page.getByRole("link", { name: "Аманова Дана" }).click();
  await expect(page.getByText("не по умолчанию: Регистрация: обнуляет счёт")).toBeVisible();

  await questions.open();
  await questions.answer("A9", "приостанавливает счёт").check();
  await questions.expectEffect("Положение изменится у 1 студента из 3");
  await questions.save.click();
  await dialog.getByRole("button", { name: "Сохранить", exact: true }).click();
  await expect(page.getByText("Ответы сохранены")).toBeVisible();
  await students.open();
  await expect(students.row("Аманова Дана")).toContainText("68 из 90");
});

test("of two quick changes the later one is told, however late the earlier answer comes", async ({
  page,
}) => {
  await new SignInPage(page).enter(await ownOffice());
  const questions = new QuestionsPage(page);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let reached = () => {};
  const asked = new Promise<void>((resolve) => {
    reached = resolve;
  });
  await page.route(/settings-effect\?.*2025-12-01/, async (route) => {
    const response = await route.fetch();
    reached();
    await held;
    // The page has given this question up by now; there is nobody to answer.
    await route.fulfill({ response }).catch(() => undefined);
  });
  await questions.open();
  await questions.answer("A2", "1 декабря 2025").check();
  await asked;
  await expect(questions.effect).toContainText("Считаем");
  await questions.answer("A2", "21 октября 2023").check();
  await questions.expectEffect("Положение не изменится ни у кого из 3 студентов");
  release();
  await questions.answer("A9", "обнуляет счёт").check();
  await questions.expectEffect("Не сохранено 2 ответа. Положение изменится у 1 студента из 3");

  await page.getByRole("button", { name: "Вернуть как было" }).click();
  await expect(questions.answer("A2", "1 сентября 2025")).toBeChecked();
  await expect(questions.save).toBeHidden();
});

test("an answer that changes nobody's standing is saved without asking; what was not changed stays", async ({
  page,
}) => {
  await new SignInPage(page).enter(await ownOffice());
  const questions = new QuestionsPage(page);
  await questions.open();
  await questions.answer("A21", "только конца визы").check();
  await questions.answer("A14", "день выезда + 90").check();
  await questions.expectEffect("Положение не изменится ни у кого");
  await questions.save.click();
  await expect(page.getByText("Ответы сохранены")).toBeVisible();
  await page.goto("/office/settings");
  await page.getByRole("button", { name: /Взять \d+ .* на 2026 год/ }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "21.03.2026" })).toContainText(
    "Нооруз",
  );
  await expect(page.getByRole("button", { name: /на 2026 год/ })).toHaveCount(0);
  await questions.open();
  await expect(questions.answer("A21", "только конца визы")).toBeChecked();
  await expect(questions.answer("A14", "день выезда + 90")).toBeChecked();
});

test("answers are chosen, read and saved with the keyboard alone", async ({ page }) => {
  await new SignInPage(page).enter(await ownOffice());
  const questions = new QuestionsPage(page);
  await questions.open();
  await questions.answer("A9", "приостанавливает счёт").focus();
  await page.keyboard.press("ArrowDown");
  await expect(questions.answer("A9", "обнуляет счёт")).toBeFocused();
  await questions.expectEffect("Положение изменится у 1 студента из 3");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(questions.answer("A9", "обнуляет счёт")).toBeChecked();
  await page.reload();
  await expect(questions.answer("A9", "приостанавливает счёт")).toBeChecked();
});

test("without a single reading nothing can be saved, and the page says why", async ({ page }) => {
  await new SignInPage(page).enter(await ownOffice());
  const questions = new QuestionsPage(page);
  await questions.open();
  for (const box of await questions.question("A1").getByRole("checkbox").all()) {
    await box.uncheck();
  }
  await expect(
    questions.question("A1").getByText("Отметьте хотя бы одно толкование"),
  ).toBeVisible();
  await expect(questions.save).toBeDisabled();
});

for (const role of ["reader", "registrar"] as const) {
  test.describe(`a ${role}`, () => {
    test.use({ role });

    test("neither opens the questions nor asks what answers would change", async ({ page }) => {
      await page.goto("/office/questions");
      await expect(page.getByRole("radio")).toHaveCount(0);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Эта страница вам не открыта",
      );
      const effect = await page.request.get(
        "/api/office/settings-effect?asked=registrationEffect&registrationEffect=resets",
      );
      expect(effect.status()).toBe(403);
    });
  });
}

test("a double click opens the question and leaves it open; a press outside closes it later", async ({
  page,
}) => {
  await new SignInPage(page).enter(await ownOffice());
  const questions = new QuestionsPage(page);
  await questions.open();
  await questions.answer("A9", "обнуляет счёт").check();
  await questions.expectEffect("Положение изменится у 1 студента из 3");
  await questions.save.dblclick();
  const dialog = page.getByRole("dialog", { name: "Сохранить ответы?" });
  await expect(dialog.getByRole("button", { name: "Сохранить", exact: true })).toBeVisible();
  await expect(async () => {
    await page.mouse.click(5, 5);
    await expect(dialog).toBeHidden({ timeout: 500 });
  }).toPass();
  await expect(questions.answer("A9", "обнуляет счёт")).toBeChecked();
});

test("who leaves answers unsaved and comes back sees those in force", async ({ page }) => {
  await new SignInPage(page).enter(await ownOffice());
  const questions = new QuestionsPage(page);
  await questions.open();
  await questions.answer("A14", "день выезда + 90").check();
  await questions.expectEffect("Не сохранён 1 ответ");
  await page.goto("/students");
  await page.goBack();
  await expect(questions.answer("A14", "день выезда + 91")).toBeChecked();
  await expect(questions.save).toBeHidden();
});
