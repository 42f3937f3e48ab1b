import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { addDays, day } from "@/lib/civil-date/day";
import { readImport } from "@/lib/import/read-import";
import { writeCsv } from "./csv";
import type { ExportTable } from "./table";
import { writeWorkbook } from "./workbook";

// Many files are written and read here; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const WRITERS = [
  ["csv", writeCsv],
  ["workbook", writeWorkbook],
] as const;

const COLUMNS: ExportTable["columns"] = [
  { heading: "student_no", kind: "text" },
  { heading: "Фамилия", kind: "text", width: 30 },
  { heading: "first_name", kind: "text" },
  { heading: "Жарандыгы", kind: "text" },
  { heading: "birth_date", kind: "day" },
  { heading: "housing", kind: "text" },
  { heading: "Балл", kind: "number" },
];

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function imported(bytes: Uint8Array) {
  const opened = await readImport({ bytes }, { kind: "roster" });
  if ("refused" in opened) throw new Error(opened.refused.code);
  const rows = [];
  for await (const row of opened.rows()) rows.push(row);
  return rows;
}

describe.each(WRITERS)("what is written as %s", (_name, write) => {
  test("comes back through the import unchanged, whatever it holds", async () => {
    const spaced = fc
      .string({
        unit: fc.constantFrom(..."=+-@'\"; ,x1өҢ_&<>\n\t", "_x0041_", "👩‍🎓"),
        minLength: 1,
        maxLength: 12,
      })
      .filter((text) => /\S/.test(text));
    const row = fc.tuple(
      spaced,
      spaced,
      spaced,
      fc.integer({ min: -30_000, max: 20_000 }),
      spaced,
      fc.integer(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
        const table = {
          name: "Список",
          columns: COLUMNS,
          rows: rows.map(([no, last, first, n, housing, number]) => [
            no,
            last,
            first,
            "KZ",
            addDays(day("1990-01-01"), n % 9000),
            housing,
            number,
          ]),
        };
        const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();
        const facts = (await imported(await bytesOf(write(table)))).map(({ parsed }) =>
          parsed.ok
            ? [
                parsed.fact.studentNo,
                parsed.fact.lastName + parsed.fact.lastNameCyrillic,
                parsed.fact.birthDate,
                parsed.fact.housing,
              ]
            : parsed.issues,
        );
        expect(facts).toEqual(
          table.rows.map((cells) => [
            oneLine(String(cells[0])),
            oneLine(String(cells[1])),
            cells[4],
            oneLine(String(cells[5])),
          ]),
        );
      }),
      { numRuns: 25 },
    );
  });

  test.each(["=1+1", "+A1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''+1"])(
    "%j can be no formula, here or in a CSV saved from it",
    async (text) => {
      const table = { name: "A", columns: COLUMNS, rows: [["1", text, "B", "KZ", null, text, 1]] };
      const [row] = await imported(await bytesOf(write(table)));
      expect(row?.cells[1]).toBe(`'${text}`);
      expect(row?.cells[5]).toBe(`'${text}`);
    },
  );

  test("a telephone number is read back with its plus", async () => {
    const phone = "+996 (555) 01-02-03";
    const table = { name: "A", columns: COLUMNS, rows: [["1", "A", "B", "KZ", null, phone, 1]] };
    const [row] = await imported(await bytesOf(write(table)));
    expect(row?.parsed).toMatchObject({ ok: true, fact: { housing: phone } });
  });

  test("empty cells stay empty and numbers are no text", async () => {
    const table = { name: "A", columns: COLUMNS, rows: [["1", "A", "B", "KZ", null, "", -5]] };
    const [row] = await imported(await bytesOf(write(table)));
    expect(row?.cells).toEqual(["1", "A", "B", "KZ", "", "", "-5"]);
  });

  test("control characters and halves of letters are left out", async () => {
    const table = {
      name: "A",
      columns: COLUMNS,
      rows: [["1", "A\u0000\u0001\ud800Б\uffff", "B", "KZ", null, "", 0]],
    };
    const [row] = await imported(await bytesOf(write(table)));
    expect(row?.cells[1]).toBe("AБ");
  });

  test("rows are pulled as the reader takes them, and end when it leaves", async () => {
    let pulled = 0;
    let ended = false;
    function* rows() {
      try {
        for (;;) {
          pulled += 1;
          yield [`${pulled}`, "A", "B", "KZ", null, "x".repeat(100), Math.random()];
        }
      } finally {
        ended = true;
      }
    }
    const reader = write({ name: "A", columns: COLUMNS, rows: rows() }).getReader();
    await reader.read();
    await reader.read();
    await reader.cancel();
    expect(pulled).toBeLessThan(50_000);
    await expect.poll(() => ended).toBe(true);
  });
});

test("CSV is what a spreadsheet of the region opens: byte order mark, semicolons, ISO dates", async () => {
  const table = {
    name: "A",
    columns: COLUMNS,
    rows: [["1", "Ли; Анна", 'a"b', "KZ", day("2003-02-28"), null, 5]],
  };
  const text = Buffer.from(await bytesOf(writeCsv(table))).toString("utf8");
  expect(text).toBe(
    '\uFEFFstudent_no;Фамилия;first_name;Жарандыгы;birth_date;housing;Балл\r\n1;"Ли; Анна";"a""b";KZ;2003-02-28;;5\r\n',
  );
});

test.each([
  ["Список: 2025/26 [все]", "Список  2025 26  все"],
  ["", "1"],
  ["x".repeat(40), "x".repeat(31)],
])("the sheet name %j is made lawful", async (name, sheet) => {
  const table = { name, columns: COLUMNS, rows: [["1", "A", "B", "KZ", null, "", 0]] };
  const opened = await readImport(
    { bytes: await bytesOf(writeWorkbook(table)) },
    { kind: "roster" },
  );
  expect(opened).toMatchObject({ format: { type: "xlsx", sheet } });
});
