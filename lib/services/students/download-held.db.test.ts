import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, LOCALES } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { HELD_KINDS } from "@/lib/db/held-facts";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import type { ImportKind } from "@/lib/import/fields";
import { MEANINGS } from "@/lib/import/meanings";
import { getImport } from "../imports/get-import";
import { importFile } from "../imports/import-file";
import { readFile } from "../imports/read-file";
import { receiveFile } from "../imports/receive-file";
import { wholeTables } from "../imports/test-whole-tables";
import { downloadHeld } from "./download-held";

/** What makes trouble on the way out and in: formulas, quotes, separators, zeros, letters of every alphabet, look of dates. */
const AWKWARD = [
  "=1+1",
  "+996 700 12-34-56",
  "-",
  "@имя",
  "'=A1",
  'ОсОО "Ак; Жол", 2',
  "007",
  "Өмүрбекова Ң.",
  "1,5",
  "01.02.2003",
  "_x0041_",
  "№ 3",
  "true",
  "Итого",
] as const;
const awkward = (n: number) => AWKWARD[n % AWKWARD.length] ?? "";
const quoted = (cells: readonly string[]) =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
const day = (n: number) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);

/** A name of its own for every number: names that differ in digits alone are one name. */
const letters = (n: number, alphabet: string) =>
  [...String(n)].map((digit) => alphabet[Number(digit)]).join("");

/** A student of every country, with every kind of document number and text. */
const ROSTER = [
  "student_no,last_name,first_name,last_name_cyrillic,first_name_cyrillic,birth_date,sex,citizenship,document_type,document_no,document_expires,faculty,programme,year,study_form,status,housing,phone,email",
  ...MEANINGS.citizenship.map((country, n) =>
    quoted([
      ...[
        `0${n}`,
        n % 3 === 0 ? "" : `SURNAME ${letters(n, "ABCDEFGHIJ")}`,
        n % 3 === 0 ? "" : "GIVEN",
      ],
      ...[n % 3 === 1 ? "" : `Өмүрбеков-${letters(n, "абвгдежзик")}`, n % 3 === 1 ? "" : "Ңурбек"],
      ...[n % 5 === 0 ? "" : day(n - 6000), ["M", "F", ""][n % 3] ?? "", country],
      ...["паспорт", n % 7 === 0 ? "" : `АС 00${n}-7`, n % 2 === 0 ? "" : "2031-12-31"],
      ...[awkward(n), awkward(n + 1), String((n % 6) + 1), awkward(n + 2), awkward(n + 3)],
      ...[awkward(n + 4), awkward(n + 5), awkward(n + 6)],
    ]),
  ),
  "",
].join("\n");
const LOG = [
  "student_no,document_no,direction,at,checkpoint",
  ...Array.from({ length: 1200 }, (_, n) => {
    const student = n % 40;
    const moment = ["", " 00:00", " 23:59", " 08:05"][n % 4] ?? "";
    const number = n % 5 === 0 && student % 7 !== 0 ? `АС 00${student}-7` : "";
    const direction = Math.floor(n / 40) % 2 === 0 ? "entry" : "exit";
    return quoted([`0${student}`, number, direction, `${day(n)}${moment}`, awkward(n)]);
  }),
  "",
].join("\n");
const GROUNDS = [
  "student_no,kind,number,valid_from,valid_to,address,status",
  ...MEANINGS.kind.flatMap((kind, k) =>
    MEANINGS.status.map((status, n) =>
      quoted([
        `0${k}`,
        kind,
        awkward(k + n),
        day(n),
        n % 2 === 0 ? "" : day(n + 90),
        awkward(n),
        status,
      ]),
    ),
  ),
  "",
].join("\n");

let actor: Actor;
const load = (kind: ImportKind, text: string | Uint8Array) =>
  importFile(actor, {
    kind,
    fileName: "file",
    content: Readable.from([Buffer.from(text as string)]),
  });

beforeAll(async () => {
  actor = systemActor(await newTestInstitution());
  for (const [kind, text] of [
    ["roster", ROSTER],
    ["crossings", LOG],
    ["grounds", GROUNDS],
  ] as const) {
    const rows = text.split("\n").length - 2;
    expect(await load(kind, text)).toMatchObject({ state: "committed", counts: { new: rows } });
  }
});
afterAll(closeConnections);

const formats = ["xlsx", "csv"] as const;
const cases = HELD_KINDS.flatMap((kind) =>
  formats.flatMap((format) => LOCALES.map((locale) => [kind, format, locale] as const)),
);

test.each(cases)(
  "all %s, taken out as %s in %s and brought in again, change nothing",
  async (kind, format, locale) => {
    const before = await wholeTables(actor);
    const { content } = await downloadHeld(actor, { kind, format, locale });
    const bytes = Buffer.from(await new Response(content).arrayBuffer());
    const importId = await receiveFile(
      actor,
      { kind, fileName: "again", content: Readable.from([bytes]) },
      false,
    );
    await readFile(actor, importId);
    const { record } = await getImport(actor, { importId });
    const tables = { roster: "student", crossings: "crossing", grounds: "ground" } as const;
    expect(record.problem).toBeNull();
    expect(record.counts).toEqual({ unchanged: before[tables[kind]]?.length });
    expect(await wholeTables(actor)).toEqual(before);
  },
);

test("who took what is in the audit; another institution has nothing of it; a reader may not", async () => {
  const taken = await inInstitution(actor, (tx) =>
    tx.auditEvent.findFirstOrThrow({
      where: { action: "students.download" },
      orderBy: { id: "asc" },
    }),
  );
  expect(taken.detail).toEqual({ kind: "roster", format: "xlsx", locale: "ru" });
  const stranger = systemActor(await newTestInstitution());
  const { content } = await downloadHeld(stranger, { kind: "roster", format: "csv" });
  expect((await new Response(content).text()).trimEnd().split("\r\n")).toHaveLength(1);
  await expect(
    downloadHeld({ ...actor, role: "reader" }, { kind: "roster", format: "csv" }),
  ).rejects.toMatchObject({ code: "forbidden" });
});

test("a crossing that the office has set aside is not taken out", async () => {
  await inInstitution(actor, (tx) =>
    tx.crossing.updateMany({
      where: { student: { studentNo: "01" } },
      data: { setAsideAt: new Date() },
    }),
  );
  const { content } = await downloadHeld(actor, { kind: "crossings", format: "csv" });
  const text = await new Response(content).text();
  expect(text).toContain("\r\n00;");
  expect(text).not.toContain("\r\n01;");
});
