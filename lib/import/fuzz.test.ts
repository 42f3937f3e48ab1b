import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { ImportKind } from "./fields";
import { encode, workbook } from "./file-for-tests";
import { readImport } from "./read-import";
import type { ReadingOptions } from "./reading-options";
import { ImportRefused } from "./refusal";
import { workbookParts, zip } from "./workbook/zip-for-tests";

// Many files are written and read here; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const KINDS = fc.constantFrom<ImportKind>("roster", "crossings", "grounds");

/** Row numbers that come out, or null where the file is refused; anything else thrown fails the test. */
async function rowNosOf(
  bytes: Uint8Array,
  kind: ImportKind,
  reading: ReadingOptions = {},
): Promise<number[] | null> {
  try {
    const opened = await readImport({ bytes }, { kind, reading });
    if ("refused" in opened) return null;
    const rowNos: number[] = [];
    for await (const { rowNo, parsed } of opened.rows()) {
      rowNos.push(rowNo);
      if (!parsed.ok) expect(parsed.issues.length).toBeGreaterThan(0);
    }
    return rowNos;
  } catch (error) {
    if (error instanceof ImportRefused) return null;
    throw error;
  }
}

const HEADERS: Readonly<Record<ImportKind, readonly string[]>> = {
  roster: ["student_no", "Фамилия", "Имя", "Гражданство", "birth_date"],
  crossings: ["student_no", "direction", "at", "checkpoint"],
  grounds: ["student_no", "kind", "valid_from", "valid_to", "status"],
  authority: ["document_no", "ФИО", "result", "reason", "valid_from", "valid_to", "list_no"],
  residents: ["student_no", "ФИО", "dormitory", "room", "lives_from", "moved_out"],
};

/** Cells that a parser might stumble over, among good ones. */
const cell = fc.oneof(
  fc.constantFrom(
    "S-1",
    "entry",
    "въезд",
    "KZ",
    "2025-09-01",
    "31.02.2026",
    "03/04/2025",
    "visa",
    "granted",
    "",
  ),
  fc.constantFrom(
    "student_no",
    "direction",
    "1E+9",
    "#REF!",
    "'=1",
    "\u00a0",
    "?",
    "45901",
    "2025-09-01T10:00Z",
  ),
  fc.string({ unit: fc.constantFrom(..."абвңөү 019.-/:'") }),
);

describe("whatever the file", () => {
  test("no bytes crash the reader or hang it", async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: "binary" }).map((text) => Buffer.from(text)),
      fc
        .string({ unit: fc.constantFrom(...'ab;,\t"\r\n1 ') })
        .map((text) => Buffer.from(`student_no;direction;at\n${text}`)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, KINDS, async (file, kind) => {
        await rowNosOf(file, kind);
      }),
      { numRuns: 150 },
    );
  });

  test("no damage to a workbook crashes the reader or hangs it", async () => {
    const whole = zip(
      workbookParts('<row r="1"><c r="A1"><v>1</v></c></row>', "<sst><si><t>a</t></si></sst>"),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (damages) => {
          const file = Uint8Array.from(whole);
          for (const [at, byte] of damages) file[at] = byte;
          await rowNosOf(file, "crossings");
        },
      ),
      { numRuns: 100 },
    );
  });

  test("every row that is not blank comes out once, with its number: as text in two encodings and as a workbook", async () => {
    const table = KINDS.chain((kind) =>
      fc.record({
        kind: fc.constant(kind),
        rows: fc.array(
          fc.array(cell, { minLength: HEADERS[kind].length, maxLength: HEADERS[kind].length }),
          { minLength: 2, maxLength: 12 },
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(table, async ({ kind, rows }) => {
        const all = [
          [...HEADERS[kind]],
          ["S-0", "А", "Б", "KZ", "2003-02-28"].slice(0, HEADERS[kind].length),
          ...rows,
        ];
        const filled = all.flatMap((cells, i) =>
          i > 0 && cells.some((text) => text.trim() !== "") ? [i + 1] : [],
        );
        const text = all.map((cells) => cells.join(";")).join("\r\n");
        expect(await rowNosOf(Buffer.from(text), kind)).toEqual(filled);
        // Said, not found: letters at random are no text of which an encoding could be told.
        const told = { encoding: "windows-1251" } as const;
        expect(await rowNosOf(encode(text, "windows-1251"), kind, told)).toEqual(filled);
        expect(await rowNosOf(await workbook(all), kind)).toEqual(filled);
      }),
      { numRuns: 25 },
    );
  });
});
