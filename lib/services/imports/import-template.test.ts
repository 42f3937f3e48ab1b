import { readFileSync } from "node:fs";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { describe, expect, test, vi } from "vitest";
import type { ImportKind } from "@/lib/import/fields";
import { readAll } from "@/lib/import/file-for-tests";
import { importTemplate } from "./import-template";

// Workbooks are written and read here; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

type Words = Readonly<Record<string, string>>;
type Messages = {
  fields: Words;
  template: { sheet: string; offers: Words; example: Words };
};

/** A template in the words of a language, as its page makes it. */
async function template(language: string, kind: ImportKind) {
  const messages = JSON.parse(
    readFileSync(`messages/${language}/imports.json`, "utf8"),
  ) as Messages;
  const offers = Object.fromEntries(
    Object.entries(messages.template.offers).map(([entry, values]) => [entry, values.split("|")]),
  );
  const file = await importTemplate(kind, {
    locale: language,
    sheet: messages.template.sheet,
    offersSheet: "L",
    explanation: { sheet: "Notes", headings: ["a", "b", "c"], notes: ["n"] },
    offers: { ...offers, dormitory: ["Общежитие № 2"], housing: ["Общежитие № 2"] },
    checks: { title: "no date", day: "a day", moment: "a moment" },
    heading: (field) => messages.fields[field] ?? "",
    required: (required) => required,
    how: (entry) => entry,
    example: (field) =>
      field === "student_no"
        ? (messages.template.example["mark"] ?? "").replace("{value}", "0024-17")
        : "x",
  });
  return { file, offers, sheet: messages.template.sheet };
}

const empty = (cells: number) => Array.from({ length: cells }, () => null);

/** The headings of a template, as the program knows its own. */
async function ownOf(file: Uint8Array) {
  const [data] = (await readXlsx(file)).sheets;
  return { columns: [], templates: [(data?.rows[0] ?? []).map(String)] };
}

/** The template with rows written below its example, as a person leaves it. */
async function filled(file: Uint8Array, rows: (string | Date | null)[][]): Promise<Uint8Array> {
  const [data] = (await readXlsx(file)).sheets;
  const above = data?.rows.slice(0, 2) ?? [];
  return writeXlsx({ sheets: [{ name: data?.name ?? "", rows: [...above, ...rows] }] });
}

describe.each(["ru", "ky", "en"])("a template in %s", (language) => {
  test("holds drop-downs whose every value the importer knows", async () => {
    const { file, offers } = await template(language, "roster");
    const sheet = (await readXlsx(file)).sheets[0];
    const checks = (sheet?.dataValidations ?? []).map(({ type, range }) => `${type} ${range}`);
    expect(checks).toEqual([
      "date H3:H1001",
      "list I2:I1001",
      "list J2:J1001",
      "list K2:K1001",
      "date M3:M1001",
      "list R2:R1001",
      "list S2:S1001",
      "list T2:T1001",
    ]);
    const [birth] = sheet?.dataValidations ?? [];
    expect(birth).toMatchObject({ errorStyle: "warning", errorMessage: "a day" });
    const [, , countries] = (await readXlsx(file)).sheets;
    const citizenships = (countries?.rows ?? []).flatMap((row) => row[9] ?? []);
    expect(citizenships).toHaveLength(25);
    const sexes = offers["sex"] ?? [];
    const students = citizenships.map((country, i) => {
      const row: (string | null)[] = Array.from({ length: 22 }, () => null);
      const values: [number, string][] = [
        [0, `00${i}`],
        [4, "Ли"],
        [5, "Анна"],
        [8, sexes[i % 2] ?? ""],
        [9, String(country)],
      ];
      for (const [column, value] of values) row[column] = value;
      return row;
    });
    const { rows } = await readAll(await filled(file, students), { kind: "roster" });
    expect(rows[0]?.parsed).toMatchObject({ ok: false, issues: [{ code: "exampleRow" }] });
    expect(rows.slice(1).filter(({ parsed }) => !parsed.ok)).toEqual([]);
    expect(rows[1]?.parsed).toMatchObject({ fact: { studentNo: "000", sex: "M" } });
    expect(rows).toHaveLength(26);
  });

  test("of crossings is filled in and read: words from the list, dates of the sheet", async () => {
    const { file, offers } = await template(language, "crossings");
    const [entry = "", exit = ""] = offers["direction"] ?? [];
    const { rows } = await readAll(
      await filled(file, [
        ["007", ...empty(9), entry, new Date(Date.UTC(2025, 8, 1, 14, 5)), "Ак-Жол"],
        [null, "N12345678", ...empty(8), exit, "07.12.2025", null],
      ]),
      { kind: "crossings" },
    );
    expect(rows.map(({ parsed }) => parsed.ok)).toEqual([false, true, true]);
    expect(rows[1]?.parsed).toMatchObject({ fact: { studentNo: "007", minute: 845 } });
  });

  test("of grounds is filled in and read: every kind and every status", async () => {
    const { file, offers } = await template(language, "grounds");
    const kinds = offers["groundKind"] ?? [];
    const statuses = offers["groundStatus"] ?? [];
    const grounds = kinds.map((kind, i) => [
      "007",
      ...empty(9),
      kind,
      `00${i}`,
      "01.09.2025",
      "30.06.2026",
      null,
      statuses[i % statuses.length] ?? "",
    ]);
    const { rows } = await readAll(await filled(file, grounds), { kind: "grounds" });
    expect(rows.slice(1).filter(({ parsed }) => !parsed.ok)).toEqual([]);
    const read = rows.flatMap(({ parsed }) => (parsed.ok ? [parsed.fact] : []));
    expect(new Set(read.map((fact) => fact.kind)).size).toBe(10);
    expect(new Set(read.map((fact) => fact.status)).size).toBe(4);
  });

  test("of crossings and of grounds says whose a row is by document, ИИН or name as well", async () => {
    const { file, offers } = await template(language, "crossings");
    const [entry = ""] = offers["direction"] ?? [];
    const rest = [entry, "01.09.2025", null];
    const said = [
      [null, "N12345678", ...empty(8)],
      [null, null, "050228650004", ...empty(7)],
      [...empty(6), "Ли", "Анна", null, "02.02.2004"],
    ];
    const crossings = await readAll(
      await filled(
        file,
        said.map((who) => [...who, ...rest]),
      ),
      {
        kind: "crossings",
        own: await ownOf(file),
      },
    );
    expect(crossings.rows.slice(1).map(({ parsed }) => parsed.ok && parsed.fact.who)).toMatchObject(
      [
        { documentNo: "N12345678" },
        { iin: "050228650004" },
        { lastNameCyrillic: "Ли", firstNameCyrillic: "Анна" },
      ],
    );
    const ofGrounds = await template(language, "grounds");
    const [kind = ""] = ofGrounds.offers["groundKind"] ?? [];
    const [status = ""] = ofGrounds.offers["groundStatus"] ?? [];
    const ground = [kind, "0012/25", "01.09.2025", "30.06.2026", null, status, null];
    const grounds = await readAll(
      await filled(
        ofGrounds.file,
        said.map((who) => [...who, ...ground]),
      ),
      { kind: "grounds", own: await ownOf(ofGrounds.file) },
    );
    expect(grounds.rows.slice(1).map(({ parsed }) => parsed.ok && parsed.fact)).toMatchObject([
      { number: "0012/25", who: { documentNo: "N12345678" } },
      { number: "0012/25", who: { iin: "050228650004" } },
      { number: "0012/25", who: { lastNameCyrillic: "Ли" } },
    ]);
  });

  test("of a dormitory list is filled in and read: a hall of the office from the list", async () => {
    const { file } = await template(language, "residents");
    const blank = (values: Readonly<Record<number, string | Date>>) =>
      Array.from({ length: 15 }, (_, column) => values[column] ?? null);
    const hall = { 10: "Общежитие № 2", 11: "0412" };
    const { rows } = await readAll(
      await filled(file, [
        blank({ 0: "007", ...hall, 12: new Date(Date.UTC(2025, 8, 1)), 14: "31.10.2025" }),
        blank({ 4: "Ли", 5: "Анна", 7: "01.02.2004", ...hall }),
      ]),
      { kind: "residents", dormitories: [{ id: 5, name: "Общежитие № 2" }] },
    );
    expect(rows.map(({ parsed }) => parsed.ok)).toEqual([false, true, true]);
    expect(rows[1]?.parsed).toMatchObject({
      fact: { studentNo: "007", dormitoryId: 5, room: "0412" },
    });
  });

  test("of an authority's answer is filled in and read: every result of the list", async () => {
    const { file, offers } = await template(language, "authority");
    const results = offers["result"] ?? [];
    const rows = results.map((result) => [
      "007",
      ...Array.from({ length: 9 }, () => null),
      result,
      "x",
      "0012/25",
      "01.12.2025",
      "30.06.2026",
      "x",
      "3",
    ]);
    const read = await readAll(await filled(file, rows), { kind: "authority" });
    const facts = read.rows.flatMap(({ parsed }) => (parsed.ok ? [parsed.fact] : []));
    expect(facts.map(({ result }) => result)).toEqual(["registered", "refused", "returned"]);
    expect(facts[0]).toMatchObject({ registrationNo: "0012/25", listNo: 3 });
  });

  test("as it is downloaded has no row to import, and cells that keep leading zeros", async () => {
    const { file, sheet } = await template(language, "roster");
    const { rows, format } = await readAll(file, { kind: "roster" });
    expect(format).toMatchObject({ sheet });
    expect(rows).toMatchObject([{ rowNo: 2, parsed: { issues: [{ code: "exampleRow" }] } }]);
    const [data] = (await readXlsx(file, { readStyles: true })).sheets;
    expect(data?.cells?.get("5,0")?.style?.numFmt).toBe("@");
  });
});
