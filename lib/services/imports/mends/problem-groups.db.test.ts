import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { getGrid, getGridRows, getGroupTexts, previewReplace } from "./get-grid";
import { LOG, logsOf, officeOfLog } from "./test-mended-log";

let actor: Actor;
beforeEach(async () => {
  actor = await officeOfLog();
});
afterAll(closeConnections);

const { read, check, mend } = logsOf(() => actor);

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
