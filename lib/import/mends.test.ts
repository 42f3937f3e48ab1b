import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ImportKind } from "./fields";
import { issuesOf, readAll, workbook } from "./file-for-tests";
import type { Mend } from "./mend";
import { readImport } from "./read-import";

const HEADERS = {
  roster: ["student_no", "last_name", "first_name", "citizenship", "birth_date"],
  crossings: ["student_no", "document_no", "direction", "at", "checkpoint"],
  grounds: ["student_no", "kind", "valid_from", "valid_to", "status"],
} satisfies Partial<Record<ImportKind, string[]>>;
type Kind = keyof typeof HEADERS;
const WIDTH = 5;
const PLACE = "csv ;";

const text = fc.constantFrom(
  ...["S-1", "S-2", "entry", "въезд", "туда", "KZ", "2025-09-01", "31.02.2025", "03/04/2025"],
  ...["13/04/2025", "visa", "granted", "", " ", "Ак-Жол", 'a"b', "x;y", "N1234567", "  entry "],
);
const row = fc
  .array(text, { minLength: WIDTH, maxLength: WIDTH })
  .filter((cells) => cells[0]?.trim() !== "");
/** The first row: nobody takes it for headings, and nobody leaves it out. */
const PLAIN = ["S-9", "N7", "2025-09-09", "1", "1"];
type Done =
  | { kind: "cell"; at: number; column: number; text: string }
  | { kind: "replace"; column: number | null; find: string; whole: boolean; text: string }
  | { kind: "leaveOut"; at: number };
const done = (rows: number): fc.Arbitrary<Done> =>
  fc.oneof(
    fc.record({
      kind: fc.constant("cell" as const),
      at: fc.integer({ min: 1, max: rows - 1 }),
      // The first column stays filled, so that no row becomes blank.
      column: fc.integer({ min: 1, max: WIDTH - 1 }),
      text,
    }),
    fc.record({
      kind: fc.constant("replace" as const),
      column: fc.option(fc.integer({ min: 1, max: WIDTH - 1 })),
      find: fc.constantFrom("entry", "KZ", "2025", "0", "туда", "-", "S-1"),
      whole: fc.boolean(),
      text: fc.constantFrom("entry", "KZ", "S-2", "2025-10-10"),
    }),
    fc.record({
      kind: fc.constant("leaveOut" as const),
      at: fc.integer({ min: 1, max: rows - 1 }),
    }),
  );

const quoted = (cells: readonly string[]) =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";");
const fileOf = (kind: Kind, rows: readonly (readonly string[])[]) =>
  [HEADERS[kind].join(";"), ...rows.map(quoted)].join("\n");

function replacedIn(cells: string[], act: Extract<Done, { kind: "replace" }>): string[] {
  return cells.map((cell, column) => {
    if (act.column !== null && act.column !== column) return cell;
    if (act.whole) return cell.trim() === act.find ? act.text : cell;
    return cell.replaceAll(act.find, () => act.text);
  });
}

/** What somebody does who has the file open in an editor; rows that are left out are deleted. */
function mendedByHand(rows: readonly (readonly string[])[], acts: readonly Done[]): string[][] {
  let sheet = rows.map((cells) => [...cells]);
  for (const act of acts) {
    if (act.kind === "cell") sheet[act.at]?.splice(act.column, 1, act.text);
    if (act.kind === "replace") sheet = sheet.map((cells) => replacedIn(cells, act));
  }
  const deleted = acts.flatMap((act) => (act.kind === "leaveOut" ? [act.at] : []));
  return sheet.filter((_, at) => !deleted.includes(at));
}

const mendsOf = (rows: readonly (readonly string[])[], acts: readonly Done[]): Mend[] =>
  acts.map((act, at): Mend => {
    const common = { act: at + 1, place: PLACE };
    if (act.kind === "replace") return { ...act, ...common };
    if (act.kind === "leaveOut") return { kind: "leaveOut", rowNo: act.at + 2, ...common };
    const { column, text } = act;
    const was = rows[act.at]?.[column] ?? null;
    return { kind: "cell", rowNo: act.at + 2, column, was, text, ...common };
  });

const read = async (kind: Kind, file: string, mends: readonly Mend[] = []) => {
  // The columns are settled before anything is mended.
  const { rows } = await readAll(file, {
    kind,
    mapping: HEADERS[kind] as never,
    reading: { delimiter: ";" },
    mends,
  });
  return rows.map(({ cells, parsed }) => ({ cells, parsed }));
};
const isLeftOut = ({ parsed }: { parsed: { ok: boolean; issues?: readonly { code: string }[] } }) =>
  parsed.issues?.[0]?.code === "leftOutByPerson";

const KINDS = fc.constantFrom<Kind>("roster", "crossings", "grounds");
const sheetAndActs = fc
  .array(row, { minLength: 1, maxLength: 8 })
  .map((rows) => [PLAIN, ...rows])
  .chain((rows) => fc.tuple(fc.constant(rows), fc.array(done(rows.length), { maxLength: 8 })));

describe("mending", () => {
  test("a row whose cells are all emptied is no wrong row: it is told, and not filled in again", async () => {
    const file = fileOf("crossings", [
      ["S-9", "", "entry", "2025-09-09", ""],
      ["S-1", "", "exit", "2025-09-10", ""],
    ]);
    const emptied: Mend[] = [
      ["S-1", 0] as const,
      ["exit", 2] as const,
      ["2025-09-10", 3] as const,
    ].map(([was, column]) => ({
      ...{ act: 1, place: PLACE, kind: "cell", rowNo: 3, column, was, text: "" },
    }));
    const filled: Mend = {
      ...{ act: 2, place: PLACE, kind: "replace", column: 4, find: "", whole: true, text: "Манас" },
    };
    const rows = await read("crossings", file, [...emptied, filled]);
    expect(rows.map(({ cells }) => cells[4])).toEqual(["Манас", ""]);
    expect(rows[0]?.parsed.ok).toBe(true);
    expect(rows[1]?.parsed).toMatchObject({ ok: false, issues: [{ code: "emptiedRow" }] });
  });

  test("a mended file reads like one that somebody mended by hand", async () => {
    await fc.assert(
      fc.asyncProperty(KINDS, sheetAndActs, async (kind, [rows, acts]) => {
        const byHand = mendedByHand(rows, acts);
        const mended = await read(kind, fileOf(kind, rows), mendsOf(rows, acts));
        const kept = mended.filter((one) => !isLeftOut(one));
        expect(kept).toEqual(await read(kind, fileOf(kind, byHand)));
      }),
      { numRuns: 300 },
    );
  });

  test("every row is accounted for, tells what the file has, and without mends is as it was", async () => {
    await fc.assert(
      fc.asyncProperty(KINDS, sheetAndActs, async (kind, [rows, acts]) => {
        const options = {
          kind,
          mapping: HEADERS[kind] as never,
          reading: { delimiter: ";" },
        } as const;
        const file = fileOf(kind, rows);
        const mended = await readAll(file, { ...options, mends: mendsOf(rows, acts) });
        const back = mended.rows.map(({ cells, original = [] }) => {
          const whole: (string | null)[] = [...cells];
          for (const [column, was] of original) whole[column] = was;
          return whole;
        });
        expect(back).toEqual(rows);
        expect(await readAll(file, { ...options, mends: [] })).toEqual(
          await readAll(file, options),
        );
      }),
    );
  });
});

const LOG = "student_no;direction;at\nS-1;туда;2025-09-01\nS-2;туда;2025-09-02\nИтого;2;\n";
const mended = (mends: Mend[], file: string | Uint8Array = LOG) =>
  readAll(file, { kind: "crossings", mends });

test("an act tells how many cells or rows it changed", async () => {
  const mends: Mend[] = [
    { act: 1, place: PLACE, kind: "replace", column: 1, find: "туда", whole: true, text: "entry" },
    { act: 2, place: PLACE, kind: "leaveOut", rowNo: 3 },
    { act: 3, place: PLACE, kind: "leaveOut", rowNo: 77 },
    {
      act: 4,
      place: PLACE,
      kind: "cell",
      rowNo: 2,
      column: 2,
      was: "2025-09-01",
      text: "2025-09-03",
    },
  ];
  const opened = await readImport({ bytes: Buffer.from(LOG) }, { kind: "crossings", mends });
  if ("refused" in opened) throw new Error(opened.refused.code);
  const codes: (string | null)[] = [];
  for await (const { parsed } of opened.rows())
    codes.push(parsed.ok ? null : (parsed.issues[0]?.code ?? ""));
  expect(codes).toEqual([null, "leftOutByPerson", "totalRow"]);
  expect([...opened.mendHits()].sort()).toEqual([
    [1, 2],
    [2, 1],
    [4, 1],
  ]);
});

test("a mend does not fit a cell that holds something else, nor a file that is parted otherwise", async () => {
  const cell = { kind: "cell", rowNo: 2, column: 1, text: "entry" } as const;
  const other = await mended([{ act: 1, place: PLACE, ...cell, was: "сюда" }]);
  expect(issuesOf(other.rows)[2]).toEqual(["direction: unknownDirection"]);
  const elsewhere = await mended([{ act: 1, place: "csv ,", ...cell, was: "туда" }]);
  expect(issuesOf(elsewhere.rows)[2]).toEqual(["direction: unknownDirection"]);
  const fits = await mended([{ act: 1, place: PLACE, ...cell, was: "туда" }]);
  expect(issuesOf(fits.rows)[2]).toBeUndefined();
});

test("empty cells are filled for all rows, but not in the line of totals; a short row is filled by hand", async () => {
  const file = "student_no;direction;at\nS-1;;2025-09-01\nS-2;entry\nИтого;;\n";
  const fill: Mend = {
    ...{ act: 1, place: PLACE, kind: "replace", column: 1, find: "", whole: true, text: "exit" },
  } as const;
  const { rows } = await mended([fill], file);
  expect(issuesOf(rows)).toEqual({ 3: ["rowLength"], 4: ["totalRow"] });
  const day = { act: 2, place: PLACE, kind: "cell", rowNo: 3, column: 2, was: null } as const;
  const filled = await mended([fill, { ...day, text: "2025-09-02" }], file);
  expect(issuesOf(filled.rows)).toEqual({ 4: ["totalRow"] });
  expect(filled.rows[1]?.original).toEqual([[2, null]]);
});

test("a sheet's cells are mended too, those that it leaves out as well", async () => {
  const sheet = await workbook([
    ["student_no", "direction", "at", "checkpoint"],
    ["S-1", "туда", "2025-09-01"],
  ]);
  const place = "xlsx Лист1";
  const { rows } = await mended(
    [
      { act: 1, place, kind: "cell", rowNo: 2, column: 1, was: "туда", text: "entry" },
      { act: 2, place, kind: "replace", column: 3, find: "", whole: true, text: "Манас" },
    ],
    sheet,
  );
  expect(rows[0]?.parsed).toMatchObject({
    ok: true,
    fact: { direction: "entry", checkpoint: "Манас" },
  });
});

test("the order of dates is found from what was mended, and not from rows that are left out", async () => {
  const file = "student_no;direction;at\nS-1;entry;03/04/2025\nS-2;entry;13/04/2025\n";
  const { rows } = await mended([{ act: 1, place: PLACE, kind: "leaveOut", rowNo: 3 }], file);
  expect(issuesOf(rows)[2]).toEqual(["at: ambiguousDate"]);
  expect(issuesOf((await mended([], file)).rows)).toEqual({});
});
