import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ImportProgress, ImportState } from "@/lib/db/import/import-words";
import { loadMessages } from "@/lib/i18n/load-messages";
import { ProgressSteps } from "./progress-steps";

async function told(
  state: ImportState,
  progress: ImportProgress | null,
  seconds: number | null = null,
): Promise<string> {
  const page = renderToStaticMarkup(
    <NextIntlClientProvider
      locale="ru"
      messages={await loadMessages("ru", false)}
      timeZone="Asia/Bishkek"
    >
      <ProgressSteps state={state} progress={progress} seconds={seconds} />
    </NextIntlClientProvider>,
  );
  // Spaces within numbers do not break.
  return page.replaceAll("\u00a0", " ");
}

const bar = (page: string) => /<progress[^>]*>/.exec(page)?.[0] ?? "";

test("comparing has no count: it says since when, what is behind it and what is ahead", async () => {
  const page = await told("reading", { stage: "comparing", done: 0, total: 100_000 }, 75);
  expect(page).not.toMatch(/0\s+из/);
  expect(bar(page)).not.toMatch(/ value=| max=/);
  expect(page).toContain("Строки прочитаны: 100 000");
  expect(page).toContain("идёт 1 мин 15 с");
  expect(page).toContain("Затем вы решаете, записать ли их");
});

test("reading counts rows, of all where it is known how many there are", async () => {
  const first = await told("reading", { stage: "reading", done: 400 }, 3);
  expect(first).toContain("прочитано строк: 400 · идёт 3 с");
  expect(bar(first)).not.toContain(" value=");
  const again = await told("committing", { stage: "reading", done: 400, total: 1000 });
  expect(again).toContain("прочитано строк: 400 из 1 000");
  expect(bar(again)).toMatch(/max="1000".*value="400"|value="400".*max="1000"/);
});

test("writing and taking back claim no count either", async () => {
  for (const stage of ["writing", "undoing"] as const) {
    const state = stage === "writing" ? "committing" : "undoing";
    const page = await told(state, { stage, done: 0, total: 5 }, 2);
    expect(page).not.toMatch(/0\s+из|готово/);
    expect(bar(page)).not.toContain(" value=");
    expect(page).toContain("идёт 2 с");
  }
});
