import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { EffectGroup } from "@/lib/db/import/effect-words";
import type { ImportState } from "@/lib/db/import/import-words";
import type { ImportRowRecord } from "@/lib/db/import/row-words";
import { loadMessages } from "@/lib/i18n/load-messages";
import { EffectGroupItem } from "./effect/effect-group";
import { OutcomeFacets } from "./outcome-facets";
import { RowTable } from "./row-table";
import { tenseOf } from "./tense";

const ROW: ImportRowRecord = {
  rowNo: 2,
  part: 0,
  outcome: "changed",
  cells: ["A-1"],
  original: [],
  issues: [
    { code: "livesElsewhere", column: null, field: null, value: "", params: {} },
    { code: "endStays", column: null, field: null, value: "", params: {} },
  ],
  changes: [
    { field: "room", old: "", new: "12" },
    { field: "otherRegistration", old: "N-1", new: "" },
    { field: "otherRegistration", old: "N-2", new: "2025-11-01" },
  ],
  studentId: null,
  studentName: null,
};
const GROUPS = (["housed", "absent", "replaced", "verdict"] as const).map(
  (kind): EffectGroup => ({
    ...{ kind, count: 1, students: [{ studentId: 1, studentNo: "S-1", rowNo: 2, name: "A" }] },
    before: kind === "verdict" ? "exempt" : null,
    after: kind === "verdict" ? "at_risk" : null,
  }),
);

/** The page's words about rows and students, as they stand in an import of this state. */
async function told(locale: "ru" | "ky" | "en", state: ImportState): Promise<string> {
  const tense = tenseOf(state);
  const page = (
    <>
      <OutcomeFacets importId="1" counts={{ new: 1 }} chosen={null} tense={tense} />
      <RowTable header={["№"]} rows={[ROW]} tense={tense} marked={0} />
      {GROUPS.map((group) => (
        <EffectGroupItem
          key={group.kind}
          group={group}
          lastLog=""
          unread={1}
          importId="1"
          tense={tense}
        />
      ))}
    </>
  );
  const messages = await loadMessages(locale, false);
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="Asia/Bishkek">
      {page}
    </NextIntlClientProvider>,
  );
}

const AHEAD = {
  ru: /будет|станет|добавится|останется|останутся|уступит|запишется/,
  ky: /болот|белгиленет|кошулат|көрсөтүлөт|бошотот|гана калат/,
  en: /What happens|becomes|adds |gives way|is marked|gets a /,
};

for (const locale of ["ru", "ky", "en"] as const) {
  test(`what a file would do is told before, and what it did afterwards (${locale})`, async () => {
    expect(await told(locale, "ready")).toMatch(AHEAD[locale]);
    for (const state of ["committed", "undone"] as const) {
      expect(await told(locale, state)).not.toMatch(AHEAD[locale]);
    }
  });
}

test("namesakes are told apart by their numbers, or by the rows that add them", async () => {
  const student = (studentId: number | null, name: string, rowNo: number) => ({
    ...{ studentId, studentNo: studentId === null ? null : `S-${studentId}`, rowNo, name },
  });
  const students = [student(1, "Ли Анна", 2), student(null, "Ли Анна", 3), student(4, "Асан", 5)];
  const page = renderToStaticMarkup(
    <NextIntlClientProvider
      locale="ru"
      messages={await loadMessages("ru", false)}
      timeZone="Asia/Bishkek"
    >
      <EffectGroupItem
        group={{ kind: "absent", count: 3, students, before: null, after: null }}
        lastLog=""
        unread={0}
        importId="1"
        tense="will"
      />
    </NextIntlClientProvider>,
  );
  expect(page).toContain("Ли Анна (№ S-1)");
  expect(page).toContain("Ли Анна (строка 3)");
  expect(page).toContain(">Асан<");
});
