import { Readable } from "node:stream";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { IMPORT_KINDS, type ImportKind } from "@/lib/import/fields";
import { templateFields } from "@/lib/import/template-columns";
import { listDormitories } from "../office/dormitories";
import { getImport } from "./get-import";
import { importFile } from "./import-file";
import { importTemplate } from "./import-template";
import { templateWords } from "./template-words";
import { fileListOf, filesOf, officeWithDormitories, settleIn } from "./test-dormitory-office";

// Workbooks are written, read and imported here; a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 });

beforeAll(() => {
  vi.stubEnv("SANAK_TODAY", "2026-02-15");
});
afterAll(closeConnections);

const LANGUAGES = ["ru", "ky", "en"] as const;
type Language = (typeof LANGUAGES)[number];
type Values = Readonly<Partial<Record<string, string>>>;
type Cells = (string | null)[];
type Template = {
  name: string;
  heading: Cells;
  /** The example row without the mark that keeps it out of an import. */
  example: Cells;
  /** What the drop-down of a column offers, by its field. */
  offered: Readonly<Record<string, string[]>>;
};

const text = (cell: unknown) => (cell === null || cell === undefined ? null : String(cell));

/** A template as it is downloaded, taken apart. */
async function downloaded(admin: Actor, language: Language, kind: ImportKind): Promise<Template> {
  const dormitories = (await listDormitories(admin, {})).map(({ name }) => name);
  const { sheets } = await readXlsx(
    await importTemplate(kind, await templateWords(language, dormitories)),
  );
  const [data, , lists] = sheets;
  const [heading = [], example = []] = data?.rows ?? [];
  const lengths = (data?.dataValidations ?? [])
    .filter(({ type }) => type === "list")
    .map(({ formula1 }) => formula1 ?? "");
  const offered = templateFields(kind).map(({ field }, column) => {
    const values = (lists?.rows ?? []).flatMap((row) => text(row[column]) ?? []);
    return [field, values] as const;
  });
  const withLists = offered.filter(([, values]) => values.length > 0);
  // Each drop-down reaches from the first value of its list to the last.
  expect(lengths.map((range) => Number(range.split("$").at(-1)))).toEqual(
    withLists.map(([, values]) => values.length),
  );
  return {
    name: data?.name ?? "",
    heading: heading.map(text),
    example: example.map((cell) => text(cell)?.replace(/^[^:]+: /, "") ?? null),
    offered: Object.fromEntries(withLists),
  };
}

/** Imports rows under a template's headings; every row must be new, with no remark, and be written. */
async function importsAll(
  admin: Actor,
  kind: ImportKind,
  { name, heading }: Template,
  rows: readonly Cells[],
) {
  const content = Readable.from([
    await writeXlsx({ sheets: [{ name, rows: [heading, ...rows] }] }),
  ]);
  const { id } = await importFile(admin, { kind, fileName: "template.xlsx", content });
  const { record, remarks, words, questions } = await getImport(admin, { importId: id });
  expect({ remarks, words, questions }).toEqual({ remarks: [], words: [], questions: [] });
  expect(record).toMatchObject({ state: "committed", problem: null, counts: { new: rows.length } });
}

/** Imports the example of a template. */
async function importsExample(admin: Actor, language: Language, kind: ImportKind): Promise<void> {
  const template = await downloaded(admin, language, kind);
  await importsAll(admin, kind, template, [template.example]);
}

/** An office with the student of the example, who is inside like the three others. */
async function officeOfExample(language: Language): Promise<Actor> {
  const admin = await officeWithDormitories();
  await importsExample(admin, language, "roster");
  await filesOf("crossings", () => admin).load(
    "student_no,direction,at\n0024-17,entry,2025-09-01\n",
  );
  await settleIn(admin);
  return admin;
}

/** Files a list of each student in turn: the lists are numbered from 1. */
async function fileEach(admin: Actor, numbers: readonly string[]): Promise<void> {
  for (const number of numbers) await fileListOf(admin, [number]);
}

/** A row for every value that the drop-downs of a kind offer, each row a different fact. */
const CHOICES: Readonly<Record<ImportKind, (offered: Template["offered"]) => Values[]>> = {
  roster: ({ citizenship = [], sex = [], ...others }) =>
    citizenship.map((country, n) => ({
      ...Object.fromEntries(
        Object.entries(others).map(([field, values]) => [field, values[n % values.length] ?? ""]),
      ),
      student_no: `T-${n}`,
      last_name: "Lee",
      first_name: `Anna${"abcdefghijklmnopqrstuvwxyz"[n]}`,
      citizenship: country,
      sex: sex[n % sex.length] ?? "",
    })),
  crossings: ({ direction = [], checkpoint = [] }) =>
    checkpoint.map((name, n) => ({
      student_no: "S-1",
      direction: direction[(n + 1) % direction.length] ?? "",
      at: `${10 + n}.10.2025`,
      checkpoint: name,
    })),
  grounds: ({ kind = [], status = [] }) =>
    kind.flatMap((name, k) =>
      status.map((word, n) => ({
        student_no: "S-2",
        kind: name,
        number: `${k}-${n}`,
        valid_from: `${10 + k}.0${1 + n}.2025`,
        valid_to: `${10 + k}.0${1 + n}.2025`,
        status: word,
      })),
    ),
  residents: ({ dormitory = [] }) =>
    dormitory.map((name, n) => ({ student_no: `S-${1 + n}`, dormitory: name })),
  authority: ({ result = [] }) =>
    result.map((word, n) => ({
      student_no: `S-${1 + n}`,
      result: word,
      reason: n === 0 ? "" : "x",
      registration_no: "12/25",
      valid_from: "20.11.2025",
      valid_to: "30.06.2026",
      list_no: String(1 + n),
    })),
};

describe.each(LANGUAGES)("a template in %s", (language) => {
  test("has an example that is imported without a remark, for every kind", async () => {
    const admin = await officeOfExample(language);
    for (const kind of ["crossings", "residents"] as const)
      await importsExample(admin, language, kind);
    await fileEach(admin, ["S-1", "S-2", "0024-17"]);
    await importsExample(admin, language, "authority");
    await importsExample(await officeOfExample(language), language, "grounds");
  });

  test("offers nothing that the reader or the database refuses", async () => {
    const office = await officeWithDormitories();
    const officeOfLists = await officeWithDormitories();
    await settleIn(officeOfLists);
    await fileEach(officeOfLists, ["S-1", "S-2", "S-3"]);
    for (const kind of IMPORT_KINDS) {
      const admin = kind === "authority" ? officeOfLists : office;
      const template = await downloaded(admin, language, kind);
      const rows = CHOICES[kind](template.offered).map((values) =>
        templateFields(kind).map(({ field }) => values[field] ?? null),
      );
      await importsAll(admin, kind, template, rows);
      const written = new Set(rows.flat());
      const offered = Object.values(template.offered).flat();
      expect(offered.filter((choice) => !written.has(choice))).toEqual([]);
    }
  });
});
