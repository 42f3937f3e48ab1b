import { expect, type Locator, type Page } from "@playwright/test";

/** The date field with this label: the group around day, month and year. */
export function dateField(scope: Locator | Page, label: string): Locator {
  return scope.getByRole("group", { name: label, exact: true });
}

/** Types a date as a person does: the digits of day, month and year one after another. `date` is "YYYY-MM-DD". */
export async function enterDate(scope: Locator | Page, label: string, date: string): Promise<void> {
  const field = dateField(scope, label);
  await field.getByRole("spinbutton").first().click();
  await field.page().keyboard.type(date.split("-").reverse().join(""));
  await expectDate(scope, label, date);
}

/** The field shows the date, day first, whatever the language. `date` is "YYYY-MM-DD". */
export async function expectDate(
  scope: Locator | Page,
  label: string,
  date: string,
): Promise<void> {
  await expect(dateField(scope, label)).toHaveText(date.split("-").reverse().join("."));
}
