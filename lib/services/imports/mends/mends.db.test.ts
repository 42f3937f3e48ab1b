import { Readable } from "node:stream";
import fc from "fast-check";
import pg from "pg";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeEach, expect, inject, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { commitImport } from "../commit-import";
import { discardImport } from "../discard-import";
import { getImport, getImportRows } from "../get-import";
import { importFile } from "../import-file";
import { openLeftOutRows } from "../left-out-rows";
import { readFile } from "../read-file";
import { receiveFile } from "../receive-file";
import { rereadImport } from "../reread-import";
import { writeImport } from "../write-import";
import { checkMends } from "./check-mends";
import { getGrid, getGridRows, getGroupTexts, previewReplace } from "./get-grid";
import { type MendInput, mendRows } from "./mend-rows";
import { takeMendBack } from "./take-mend-back";

const ROSTER =
  "student_no,last_name,first_name,citizenship,document_no\nS-1,A,B,KZ,N1111111\nS-2,C,D,KZ,N2222222\n";
const LOG = `student_no;document_no;direction;at;checkpoint
S-1;;въезд;2025-09-01;Ак-Жол
S-1;;туда;2025-09-05;Ак-Жол
S-1;;туда;31.02.2025;Ак-Жол
;N2222223;entry;2025-09-07;
S-2;;entry;;Манас
`;

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
  await importFile(actor, file(ROSTER, "roster"));
});
afterAll(closeConnections);

function file(text: string, kind: "roster" | "crossings" = "crossings") {
  return { kind, fileName: "log.csv", content: Readable.from([Buffer.from(text)]) };
}

async function read(text = LOG): Promise<string> {
  const importId = await receiveFile(actor, file(text), false);
  await readFile(actor, importId);
  return importId;
}

const find = (importId: string) => getImport(actor, { importId });
const rowsOf = (importId: string) => getImportRows(actor, { importId, outcomes: [] });
const mend = (importId: string, what: MendInput, who = actor) =>
  mendRows(who, { importId, what, inBackground: false });
const cell = (rowNo: number, column: number, text: string, seen = 1000): MendInput => ({
  ...{ kind: "cells", cells: [{ rowNo, column, text }], seen },
});
const replace = (column: number | null, find: string, text: string, whole = true): MendInput => ({
  ...{ kind: "replace", replacements: [{ column, find, whole, text }] },
});
const check = (importId: string) => readFile(actor, importId);

async function commit(importId: string, leaveOut = true) {
  await commitImport(actor, { importId, leaveOut, inBackground: false });
  await writeImport(actor, importId, actor.userId);
}

/** What is written of crossings, without keys and files. */
const crossings = () =>
  inInstitution(actor, async (tx) => {
    const found = await tx.crossing.findMany({ orderBy: [{ day: "asc" }, { direction: "asc" }] });
    return found.map(({ day, direction, checkpoint, documentNo, importRow }) => ({
      ...{ day: day.toISOString().slice(0, 10), direction, checkpoint, documentNo, importRow },
    }));
  });

test("what was mended is written, the file stays, and the row tells what the file has", async () => {
  const importId = await read();
  expect((await find(importId)).record.counts).toEqual({ new: 1, wrong: 3, unknownStudent: 1 });
  await mend(importId, replace(2, "туда", "выезд"));
  await mend(importId, cell(4, 3, "2025-09-09"));
  await mend(importId, cell(5, 1, "N2222222"));
  await mend(importId, { kind: "leaveOut", rowNos: [6] });
  await check(importId);
  const { record } = await find(importId);
  expect(record).toMatchObject({ state: "ready", counts: { new: 4, leftOut: 1 } });
  await expect(commit(importId, false)).rejects.toThrow("rowsStayOut");
  await commit(importId);
  expect(await crossings()).toEqual(
    [
      {
        day: "2025-09-01",
        direction: "entry",
        checkpoint: "ak_zhol",
        documentNo: "",
        importRow: 2,
      },
      { day: "2025-09-05", direction: "exit", checkpoint: "ak_zhol", documentNo: "", importRow: 3 },
      {
        day: "2025-09-07",
        direction: "entry",
        checkpoint: "",
        documentNo: "N2222222",
        importRow: 5,
      },
      { day: "2025-09-09", direction: "exit", checkpoint: "ak_zhol", documentNo: "", importRow: 4 },
    ].map((one) => ({ ...one, checkpoint: expect.any(String) })),
  );
  const rows = await rowsOf(importId);
  expect(rows[2]).toMatchObject({
    cells: ["S-1", "", "выезд", "2025-09-09", "Ак-Жол"],
    original: [
      [2, "туда"],
      [3, "31.02.2025"],
    ],
  });
});

test("nothing is written with mends that have not been checked", async () => {
  const importId = await read();
  await mend(importId, replace(2, "туда", "выезд"));
  await check(importId);
  // As in a large file, which is checked when a person says so.
  await inInstitution(actor, (tx) =>
    tx.import.updateMany({ where: { id: importId }, data: { mendVersion: { increment: 1 } } }),
  );
  await expect(commit(importId)).rejects.toThrow("mendsUnchecked");
  expect(await crossings()).toEqual([]);
  await checkMends(actor, { importId, inBackground: false });
  await check(importId);
  await commit(importId);
  expect(await crossings()).toHaveLength(2);
});

test("a mend taken back leaves the file as it was, also out of the middle", async () => {
  const importId = await read();
  const before = await rowsOf(importId);
  const first = await mend(importId, cell(3, 2, "туда!"));
  const second = await mend(importId, replace(2, "туда", "выезд"));
  const third = await mend(importId, { kind: "leaveOut", rowNos: [4, 6] });
  const back = (what: Parameters<typeof takeMendBack>[1]["what"]) =>
    takeMendBack(actor, { importId, what, inBackground: false });
  await back({ act: first.mendVersion });
  await check(importId);
  expect((await rowsOf(importId))[1]?.cells[2]).toBe("выезд");
  await back({ rowNo: 6 });
  await back({ act: second.mendVersion });
  await back({ act: third.mendVersion });
  await check(importId);
  expect(await rowsOf(importId)).toEqual(before);
  await expect(back({ act: third.mendVersion })).rejects.toThrow("mendGone");
});

const text = fc.constantFrom("S-1", "S-2", "entry", "выезд", "туда", "2025-09-03", "", "N1111111");
const acts = fc.array(
  fc.oneof(
    fc.record({
      rowNo: fc.integer({ min: 2, max: 6 }),
      column: fc.integer({ min: 1, max: 4 }),
      text,
    }),
    fc.record({
      column: fc.integer({ min: 1, max: 4 }),
      find: fc.constantFrom("туда", "2025", "entry", "Ак"),
      text,
      whole: fc.boolean(),
    }),
  ),
  { maxLength: 5 },
);

type Done =
  | { rowNo: number; column: number; text: string }
  | { column: number; find: string; whole: boolean; text: string };

function cellByHand(cell: string, one: Done): string {
  if ("rowNo" in one) return one.text;
  if (one.whole) return cell === one.find ? one.text : cell;
  return cell.split(one.find).join(one.text);
}

/** What somebody does who has the file open in an editor. */
function doneByHand(sheet: readonly string[][], one: Done): string[][] {
  return sheet.map((cells, at) => {
    const isMeant = "rowNo" in one ? at + 1 === one.rowNo : at > 0;
    return cells.map((cell, column) =>
      isMeant && column === one.column ? cellByHand(cell, one) : cell,
    );
  });
}

test("an import mended here writes the same as the file mended by hand", async () => {
  const sheet = LOG.trim()
    .split("\n")
    .map((line) => line.split(";"));
  await fc.assert(
    fc.asyncProperty(acts, async (done) => {
      actor = systemActor(await newTestInstitution());
      await importFile(actor, file(ROSTER, "roster"));
      const importId = await read();
      let byHand = sheet;
      for (const one of done) {
        byHand = doneByHand(byHand, one);
        if ("rowNo" in one) await mend(importId, cell(one.rowNo, one.column, one.text));
        else await mend(importId, replace(one.column, one.find, one.text, one.whole));
      }
      await check(importId);
      await commit(importId).catch(() => undefined);
      const mended = { written: await crossings(), counts: (await find(importId)).record.counts };
      actor = systemActor(await newTestInstitution());
      await importFile(actor, file(ROSTER, "roster"));
      const other = await read(byHand.map((cells) => cells.join(";")).join("\n"));
      // A first row that reads like headings has the file refused; the mended one tells the row.
      fc.pre((await find(other)).record.state === "ready");
      await commit(other).catch(() => undefined);
      expect(mended).toEqual({
        written: await crossings(),
        counts: (await find(other)).record.counts,
      });
    }),
    { numRuns: 6 },
  );
}, 120_000);

test("of two who mend one cell the later is told, and two cells of one row are both mended", async () => {
  const importId = await read();
  const { record } = await find(importId);
  const seen = record.mendVersion;
  const other = { ...actor, userId: uuidv7() };
  const both = await Promise.allSettled([
    mend(importId, cell(3, 2, "entry", seen)),
    mend(importId, cell(3, 2, "exit", seen), other),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { reason: "cellMendedMeanwhile" },
  });
  await Promise.all([
    mend(importId, cell(4, 2, "exit", seen)),
    mend(importId, cell(4, 3, "2025-09-06", seen), other),
  ]);
  await check(importId);
  expect((await rowsOf(importId))[2]?.cells).toEqual(["S-1", "", "exit", "2025-09-06", "Ак-Жол"]);
});

test("a mend that comes while the file is being read is not lost, and not taken for checked", async () => {
  const importId = await read();
  await mend(importId, replace(2, "туда", "выезд"));
  const reading = check(importId);
  await mend(importId, cell(4, 3, "2025-09-09"));
  await reading;
  const { record } = await find(importId);
  if (record.state === "ready" && record.mendVersion !== record.checkedVersion) {
    await expect(commit(importId)).rejects.toThrow("mendsUnchecked");
    await checkMends(actor, { importId, inBackground: false });
  }
  await check(importId);
  expect((await find(importId)).record.counts).toMatchObject({ new: 3 });
});

test("mends stay where they are when columns mean something else, and fit no more where cells hold something else", async () => {
  const importId = await read();
  await mend(importId, cell(3, 2, "exit"));
  await check(importId);
  const again = async (change: object) => {
    await rereadImport(actor, { importId, kind: "crossings", inBackground: false, ...change });
    await check(importId);
    return (await getGrid(actor, { importId })).acts.map(({ hits }) => hits);
  };
  const mapping = ["student_no", "document_no", "direction", "at", null];
  expect(await again({ mapping })).toEqual([1]);
  expect(await again({ mapping: null, reading: { encoding: "windows-1251" } })).toEqual([0]);
  expect(await again({ mapping: null, reading: {} })).toEqual([1]);
});

test("problems come grouped with counts, examples and their texts; one mending mends a group, or leaves it out", async () => {
  const importId = await read();
  const { groups, counts, index } = await getGrid(actor, { importId });
  expect(groups).toMatchObject([
    {
      code: "unknownDirection",
      column: 2,
      count: 2,
      rows: [3, 4],
      examples: ["туда"],
      mending: "word",
    },
    { code: "impossibleDate", column: 3, count: 1, mending: "texts" },
    { code: "missingValue", column: 3, count: 1, mending: "fill" },
    { code: "unknownStudent", column: 0, count: 1, mending: "texts" },
  ]);
  expect(counts).toMatchObject({ all: 5, wrong: 4, mended: 0, leftOut: 0 });
  expect(index).toEqual({ total: 5, anchors: [2] });
  const group = { code: "unknownDirection", column: 2 };
  expect(await getGroupTexts(actor, { importId, group })).toEqual({
    texts: [{ text: "туда", count: 2, rows: [3, 4] }],
    more: 0,
  });
  const { rows } = await getGridRows(actor, { importId, group, from: 0, to: null });
  expect(rows.map(({ rowNo }) => rowNo)).toEqual([3, 4]);
  expect(await mend(importId, { kind: "leaveOutGroup", group })).toMatchObject({ count: 2 });
  const unchecked = await getGridRows(actor, { importId, group, from: 0, to: null });
  expect(unchecked.rows.map(({ leftOut, unchecked }) => [leftOut, unchecked])).toEqual([
    [true, true],
    [true, true],
  ]);
  await check(importId);
  expect((await getGrid(actor, { importId })).counts).toMatchObject({ wrong: 2, leftOut: 2 });
});

test.each([
  ["a whole cell", { column: 2, find: "туда", whole: true, text: "exit" }, 2],
  ["a part, in every column", { column: null, find: "Ак", whole: false, text: "Ok" }, 3],
  ["empty cells", { column: 3, find: "", whole: true, text: "2025-01-01" }, 1],
  ["nothing", { column: 2, find: "сюда", whole: false, text: "" }, 0],
  ["a quote and a slash", { column: 4, find: 'a"\\', whole: false, text: "b" }, 1],
])("the preview of replacing %s counts the cells that it changes then", async (_, one, cells) => {
  const importId = await read(`${LOG}S-2;;entry;2025-01-01;a"\\z\n`);
  const preview = await previewReplace(actor, { importId, replacement: one });
  expect(preview.cells).toBe(cells);
  await mend(importId, { kind: "replace", replacements: [one] });
  await check(importId);
  const { acts, counts } = await getGrid(actor, { importId });
  expect(acts[0]?.hits).toBe(cells);
  expect(counts.mended).toBe(preview.rows);
});

test("the file of rows that stay out has their mended cells, and nobody reads numbers of documents in the audit", async () => {
  const importId = await read();
  await mend(importId, cell(5, 1, "N7654321"));
  await mend(importId, cell(4, 4, "Кордай"));
  await check(importId);
  const { content } = await openLeftOutRows(actor, importId, {
    ...{ row: "row", reason: "reason", reasonOf: () => "" },
  });
  const csv = await new Response(content).text();
  expect(csv).toContain("N7654321");
  expect(csv).toContain("31.02.2025");
  expect(csv).toContain("Кордай");
  const audit = await inInstitution(actor, (tx) => tx.auditEvent.findMany());
  expect(audit.map(({ action }) => action)).toContain("imports.mend");
  expect(JSON.stringify(audit.map(({ detail }) => detail))).not.toContain("7654321");
});

test("a written import takes no mends, and keeps those that it was written with", async () => {
  const importId = await read();
  await mend(importId, { kind: "leaveOut", rowNos: [3, 4, 5, 6] });
  await check(importId);
  await commit(importId);
  await expect(mend(importId, cell(3, 2, "exit"))).rejects.toThrow("importNotReady");
  const { record } = await find(importId);
  expect(record.counts).toEqual({ new: 1, leftOut: 4 });
  expect((await getGrid(actor, { importId })).acts).toMatchObject([{ kind: "leaveOut", hits: 4 }]);
});

test("of a discarded import no mend stays", async () => {
  const importId = await read();
  await mend(importId, cell(3, 2, "exit"));
  await check(importId);
  await discardImport(actor, { importId });
  expect(await inInstitution(actor, (tx) => tx.importMend.count())).toBe(0);
});

test("a check whose backend is killed loses no mend, and can be done again", async () => {
  const importId = await read();
  await mend(importId, replace(2, "туда", "выезд"));
  const owner = new pg.Client({ connectionString: inject("ownerUrl") });
  await owner.connect();
  // What the check keeps of its rows waits for this lock until its backend is gone.
  await owner.query("begin");
  await owner.query("lock table import_row in share mode");
  const checking = check(importId);
  await expect
    .poll(
      async () => {
        const { rowCount } = await owner.query(
          "select pg_terminate_backend(pid) from pg_locks where relation = 'import_row'::regclass and not granted",
        );
        return rowCount ?? 0;
      },
      { interval: 20, timeout: 20_000 },
    )
    .toBeGreaterThan(0);
  await owner.query("rollback");
  await owner.end();
  await checking;
  expect((await find(importId)).record.state).toBe("failed");
  await rereadImport(actor, { importId, kind: "crossings", inBackground: false });
  await check(importId);
  expect((await find(importId)).record).toMatchObject({ state: "ready", counts: { new: 2 } });
});

test("another university mends nothing of ours, and sees none of it", async () => {
  const importId = await read();
  await mend(importId, cell(3, 2, "exit"));
  const other = systemActor(await newTestInstitution());
  await expect(mend(importId, cell(3, 2, "entry"), other)).rejects.toThrow("notFound");
  await expect(getGrid(other, { importId })).rejects.toThrow("notFound");
  await expect(getGridRows(other, { importId, from: 0, to: null })).rejects.toThrow("notFound");
  await expect(takeMendBack(other, { importId, what: { act: 1 } })).rejects.toThrow("notFound");
});
