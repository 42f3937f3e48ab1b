import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { RowChange } from "@/lib/db/import/row-words";
import { loadMessages } from "@/lib/i18n/load-messages";
import { useChangeWords } from "./change-words";

function Changes({ changes }: { changes: readonly RowChange[] }) {
  const words = useChangeWords("will");
  return changes.map(words).join("; ");
}

async function told(locale: "ru" | "ky" | "en", ...changes: RowChange[]): Promise<string> {
  const messages = await loadMessages(locale, false);
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="Asia/Bishkek">
      <Changes changes={changes} />
    </NextIntlClientProvider>,
  );
}

const CHANGES: RowChange[] = [
  { field: "result", old: "registered", new: "refused" },
  { field: "sex", old: "", new: "M" },
  { field: "citizenship", old: "KZ", new: "IN" },
  { field: "status", old: "requested", new: "granted" },
];

test("what a row changes is told in words, not in codes", async () => {
  expect(await told("ru", ...CHANGES)).toBe(
    "Результат: зарегистрирован → отказано; Пол: не указано → мужской; Гражданство: Казахстан → Индия; Состояние: запрошено → выдано",
  );
  for (const locale of ["ru", "ky", "en"] as const) {
    expect(await told(locale, ...CHANGES)).not.toMatch(/→ M|\bKZ\b|requested →.*выдано/);
  }
  expect(await told("ky", ...CHANGES)).not.toMatch(/registered|refused|requested|granted/);
});

test("a text that is no code stands as it is, dates as days", async () => {
  expect(
    await told(
      "ru",
      { field: "status", old: "учится", new: "отчислен" },
      { field: "birthDate", old: "2004-01-01", new: "2004-01-02" },
    ),
  ).toMatch(/учится → отчислен.*01\.01\.2004 → 02\.01\.2004/);
});
