import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { loadMessages } from "@/lib/i18n/load-messages";
import { UnreadSheets } from "./unread-sheets";

async function told(sheets: { name: string; rows: number | null; hidden: boolean }[]) {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale="ru"
      messages={await loadMessages("ru", false)}
      timeZone="Asia/Bishkek"
    >
      <UnreadSheets format={{ type: "xlsx", header: [], sheet: "2024", sheets }} />
    </NextIntlClientProvider>,
  );
}

const READ = { name: "2024", rows: 2, hidden: false };

test("a sheet with rows that was not read is named with how many rows it has", async () => {
  expect(await told([READ, { name: "2025", rows: 3, hidden: false }])).toContain(
    "Прочитан только лист «2024». Не прочитаны: «2025» (3 строки).",
  );
});

test("nothing is said of sheets that are empty or hidden", async () => {
  const others = [
    { name: "empty", rows: 0, hidden: false },
    { name: "words", rows: 9, hidden: true },
  ];
  expect(await told([READ, ...others])).toBe("");
});
