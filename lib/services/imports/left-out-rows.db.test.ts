import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type Actor, LOCALES, type Locale } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { listImportRows } from "@/lib/db/import/import-rows";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { writeWorkbook } from "@/lib/export/workbook";
import { readText } from "@/lib/i18n/read-text";
import type { ImportKind } from "@/lib/import/fields";
import { getImport } from "./get-import";
import { importFile } from "./import-file";
import { openLeftOutRows } from "./left-out-rows";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { rereadImport } from "./reread-import";

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
  await load(
    "roster",
    "student_no,last_name,first_name,citizenship\nS-1,LI,ANNA,KZ\nS-2,KIM,VERA,KZ\n",
  );
});
afterAll(closeConnections);

const load = (kind: ImportKind, content: string | Uint8Array, fileName = "log.csv") =>
  importFile(
    actor,
    { kind, fileName, content: Readable.from([Buffer.from(content)]) },
    { leaveOut: true },
  );

const LOG = [
  "Примечание,student_no,direction,at,checkpoint",
  "=1+1,S-1,entry,2025-09-01,Манас",
  "-,S-1,туда,2025-09-05,Манас",
  "'=A1,S-2,exit,2025-09-06,Манас,Ош",
  '"a;b",S-9,entry,2025-09-07,Манас',
  "",
].join("\n");

/** The error file of an import, as the page gives it in a language. */
async function openErrorFile(importId: string, locale: Locale) {
  const t = await readText(locale, "imports");
  return openLeftOutRows(actor, importId, {
    row: t("rows.number"),
    reason: t("rows.remarks"),
    reasonOf: ({ issues }) => issues.map(({ code }) => t(`remarks.${code}`)).join("; "),
    short: (found, expected) =>
      t("rows.short")
        .replace("{found, number}", `${found}`)
        .replace("{expected, number}", `${expected}`),
    column: ({ target, place }) =>
      target === null
        ? t("mapping.noHeading").replace("{letter}", "ABCDEF"[place] ?? "")
        : t(`fields.${target}`),
  });
}

async function errorFile(importId: string, locale: Locale): Promise<string> {
  return new Response((await openErrorFile(importId, locale)).content).text();
}

test.each(LOCALES)(
  "the error file in %s keeps every cell; unmended it is as wrong as before, mended it is written once",
  async (locale) => {
    const first = await load("crossings", LOG);
    expect(first).toMatchObject({
      state: "committed",
      counts: { new: 1, wrong: 2, unknownStudent: 1 },
    });
    const text = await errorFile(first.id, locale);
    const [heading = "", ...rows] = text.replace("\uFEFF", "").trimEnd().split("\r\n");
    expect(heading).toMatch(/^Примечание;student_no;direction;at;checkpoint;[^;]+;[^;]+;$/);
    expect(rows).toHaveLength(3);
    // The cell beyond the heading stands beyond it again: it is never taken for one of the columns.
    expect(rows[1]).toMatch(/^'=A1;S-2;exit;2025-09-06;Манас;4;.+;Ош$/);
    const unmended = await load("crossings", text);
    expect(unmended.counts).toEqual({ wrong: 2, unknownStudent: 1 });
    expect(await errorFile(unmended.id, locale)).toContain(";Ош");
    const mended = text.replace("туда", "exit").replace(/;Ош$/m, ";").replace("S-9", "S-2");
    expect((await load("crossings", mended)).counts).toEqual({ new: 3 });
    expect((await load("crossings", mended)).counts).toEqual({ unchanged: 3 });
  },
);

test.each(LOCALES)(
  "a row that was too short comes back with its remark in %s, however often, until somebody has looked at it",
  async (locale) => {
    const short =
      "student_no,direction,at,checkpoint\nS-1,entry,2025-09-01\nS-2,entry,2025-09-02,Ош\n";
    const first = await load("crossings", short);
    expect(first.counts).toEqual({ new: 1, wrong: 1 });
    const text = await errorFile(first.id, locale);
    const again = await load("crossings", text);
    expect(again.counts).toEqual({ wrong: 1 });
    const twice = await errorFile(again.id, locale);
    expect((await load("crossings", twice)).counts).toEqual({ wrong: 1 });
    const mended = text.replace(/;[^;]*\r\n$/, ";\r\n");
    expect(mended).not.toBe(text);
    expect((await load("crossings", mended)).counts).toEqual({ new: 1 });
  },
);

/** A log of one crossing as a workbook. */
function workbook(cells: readonly string[]): Promise<Uint8Array> {
  const headings = ["student_no", "document_no", "direction", "at"];
  const table = {
    name: "log",
    columns: headings.map((heading) => ({ heading, kind: "text" as const })),
    rows: Readable.from([cells]),
  };
  return new Response(writeWorkbook(table)).bytes();
}

const cellsOf = (importId: string) =>
  inInstitution(actor, async (tx) => {
    const rows = await listImportRows(
      tx,
      { id: importId, mapping: null },
      { outcomes: [], after: 0, limit: 10 },
    );
    return rows.map(({ cells }) => cells.slice(0, 4));
  });

test("of a workbook the error file is a workbook, which loses no zeros in front and can be mended and uploaded", async () => {
  const cells = ["", "004512", "entry", "05.09.2025"];
  const first = await load("crossings", await workbook(cells), "log.xlsx");
  expect(first.counts).toEqual({ unknownStudent: 1 });
  const { fileName, contentType, content } = await openErrorFile(first.id, "ru");
  expect(fileName).toBe("log-rows.xlsx");
  expect(contentType).toContain("spreadsheetml");
  const again = await load("crossings", await new Response(content).bytes(), fileName);
  expect(again.counts).toEqual({ unknownStudent: 1 });
  expect(await cellsOf(again.id)).toEqual([cells]);
});

test.each(LOCALES)(
  "of a table without a heading the error file in %s has one, by which the mended rows are read as the same columns",
  async (locale) => {
    const rows = "S-1;x1;въезд;01.09.2025;Манас\nS-2;x2;туда;02.09.2025;Ош\n";
    const importId = await receiveFile(
      actor,
      { kind: "crossings", fileName: "log.csv", content: Readable.from([Buffer.from(rows)]) },
      false,
    );
    await readFile(actor, importId);
    const mapping = ["student_no", null, "direction", "at", "checkpoint"];
    await rereadImport(actor, { importId, kind: "crossings", mapping, inBackground: false });
    await readFile(actor, importId);
    const { record } = await getImport(actor, { importId });
    expect(record).toMatchObject({ state: "ready", counts: { new: 1, wrong: 1 } });
    const text = await errorFile(importId, locale);
    const again = await load("crossings", text.replace("туда", "въезд"));
    expect(again).toMatchObject({ state: "committed", counts: { new: 1 } });
    expect(again.mapping?.slice(0, 5)).toEqual(mapping);
    const held = await inInstitution(actor, (tx) =>
      tx.crossing.findFirst({ where: { importId: again.id } }),
    );
    expect(held).toMatchObject({ direction: "entry", checkpoint: "Ош" });
  },
);
