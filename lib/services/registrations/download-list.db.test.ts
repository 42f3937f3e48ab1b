import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { day } from "@/lib/civil-date/day";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { addTestResidents } from "@/lib/db/test-residents";
import { openTable } from "@/lib/import/open-table";
import { oneByOne } from "@/lib/import/table";
import { createDraft } from "./create-draft";
import { downloadList } from "./download-list";
import { fileList } from "./file-list";
import { getRequestList } from "./get-request-list";
import { FIELD_NAMES } from "./request-fields";

afterAll(closeConnections);

const asOf = "2025-11-15";
let registrar: Actor;
let studentId: number;
let listId: string;

beforeEach(async () => {
  const institutionId = await newTestInstitution();
  registrar = { userId: null, institutionId, role: "registrar", locale: "ky" };
  const person = { studentNo: "A", firstName: '=HYPERLINK("http://x")', faculty: "Право; мир" };
  [studentId = 0] = await addTestResidents(institutionId, [person]);
  const selection = { kind: "chosen" as const, ids: [studentId] };
  listId = (await createDraft(registrar, { selection, asOf })).id;
  const { fingerprint } = await getRequestList(registrar, { listId, asOf });
  const references = { petition: "12/3", representative: "Асанова", powerOfAttorney: "7" };
  await fileList(registrar, { listId, asOf, fingerprint: fingerprint ?? "", ...references });
});

type Format = "xlsx" | "csv";

/** The exported file, read back by the reader of imports. */
async function rowsOf(format: Format, locale?: "en"): Promise<string[][]> {
  const file = await downloadList(registrar, { listId, format, ...(locale && { locale }) });
  const bytes = new Uint8Array(await new Response(file.content).arrayBuffer());
  const table = await openTable({ bytes });
  if ("refused" in table) throw new Error(table.refused.code);
  const rows: string[][] = [];
  for await (const { cells } of oneByOne(table.batches())) rows.push(cells);
  return rows;
}

/** A row by its captions. */
async function readBack(format: Format): Promise<Record<string, string>> {
  const [header = [], row = []] = await rowsOf(format);
  return Object.fromEntries(header.map((caption, index) => [caption, row[index] ?? ""]));
}

test.each<Format>(["xlsx", "csv"])("a %s file read back gives what was filed", async (format) => {
  expect(await readBack(format)).toMatchObject({
    "№": "1",
    "ФИО (кириллица)": "Тестов Нұрай",
    "Фамилия (латиница)": "Testov",
    "Дата рождения": "2005-02-28",
    Пол: "жен.",
    Гражданство: "Казахстан",
    "Номер документа": "N1A",
    "Документ действителен до": "2030-05-01",
    "Дата последнего въезда": "2025-11-09",
    "Пункт пропуска": "Ак-Жол",
    "Цель пребывания": "учёба",
    Факультет: "Право; мир",
    "Основание регистрации": "общежитие",
    Общежитие: "№ 3",
    Комната: "12",
    "Собственник жилья": "",
    "Регистрация с": "2025-11-15",
    "Регистрация по": "2026-06-30",
    "Представитель университета": "Асанова",
  });
});

test.each<[Format, string]>([
  ["xlsx", "+996 555 010203"],
  // Opened without its guard, a telephone number of a CSV is taken for a number and loses its plus.
  ["csv", "'+996 555 010203"],
])(
  "nothing in a %s file can run as a formula, and telephones keep their plus",
  async (format, phone) => {
    const row = await readBack(format);
    expect(row["Имя (латиница)"]).toBe(`'=HYPERLINK("http://x")`);
    expect(row["Телефон"]).toBe(phone);
  },
);

test("the file has every field of the request, its captions in Russian unless another language is asked for", async () => {
  const [header = []] = await rowsOf("csv");
  expect(header).toHaveLength(FIELD_NAMES.length + 1);
  const [english = [], row = []] = await rowsOf("csv", "en");
  expect(english).toContain("Given names in Latin");
  expect(row).toContain("Kazakhstan");
});

test("the file is the same after everything that it came from has changed", async () => {
  const before = { xlsx: await rowsOf("xlsx"), csv: await rowsOf("csv") };
  await inInstitution(registrar, async (tx) => {
    await tx.identityDocument.deleteMany({ where: { studentId } });
    await tx.student.update({ where: { id: studentId }, data: { lastName: "Other", sex: "" } });
  });
  expect({ xlsx: await rowsOf("xlsx"), csv: await rowsOf("csv") }).toEqual(before);
});

test("the name of the file tells number and day, and no person", async () => {
  const { fileName } = await downloadList(registrar, { listId, format: "xlsx" });
  expect(fileName).toBe("zayavka-1-2025-11-15.xlsx");
});

test("who took the list out is in the audit", async () => {
  await rowsOf("csv");
  const [event] = await inInstitution(registrar, (tx) =>
    tx.auditEvent.findMany({ where: { action: "registrations.download" } }),
  );
  expect(event).toMatchObject({
    entity: "requestList",
    entityId: listId,
    detail: { number: 1, format: "csv", locale: "ru", students: 1 },
  });
});

test("a draft has no file", async () => {
  const selection = { kind: "chosen" as const, ids: [studentId] };
  const { id } = await createDraft(registrar, { selection, asOf });
  await expect(downloadList(registrar, { listId: id, format: "csv" })).rejects.toMatchObject({
    code: "conflict",
    reason: "listNotFiled",
  });
});

test("another institution does not get the list", async () => {
  const stranger = { ...registrar, institutionId: await newTestInstitution() };
  await expect(downloadList(stranger, { listId, format: "csv" })).rejects.toMatchObject({
    code: "notFound",
  });
});

test("days in a workbook are dates of the calendar", async () => {
  const { included } = await getRequestList(registrar, { listId });
  expect(included[0]?.fields.birthDate).toBe(day("2005-02-28"));
  const [, row = []] = await rowsOf("xlsx");
  // The reader gives a cell as a date only where the workbook says that it is one.
  expect(row).toContain("2005-02-28");
});
