import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { newTestInstitution } from "@/lib/db/test-institution";
import { getImport, getImportRows } from "../get-import";
import { readFile } from "../read-file";
import { receiveFile } from "../receive-file";
import { getGrid } from "./get-grid";
import { mendRows } from "./mend-rows";
import { takeMendBack } from "./take-mend-back";

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
});
afterAll(closeConnections);

async function readLog(rows: number): Promise<string> {
  const lines = Array.from({ length: rows }, (_, at) => `S-${at};въезд;2025-09-01`);
  const text = ["student_no;direction;at", ...lines, ""].join("\n");
  const content = Readable.from([Buffer.from(text)]);
  const importId = await receiveFile(
    actor,
    { kind: "crossings", fileName: "log.csv", content },
    false,
  );
  await readFile(actor, importId);
  return importId;
}

const cells = (...texts: [rowNo: number, column: number, text: string][]) => ({
  kind: "cells" as const,
  cells: texts.map(([rowNo, column, text]) => ({ rowNo, column, text })),
  seen: 0,
});
const grid = (importId: string) => getGrid(actor, { importId, show: "all", group: null });

test("a mend of a large file tells what waits to be checked, as the grid would find it anew", async () => {
  const importId = await readLog(5001);
  const what = cells([3, 1, "exit"], [4, 2, "2025-09-02"]);
  const { mendVersion, count, waiting } = await mendRows(actor, { importId, what });
  const found = await grid(importId);
  expect({ mendVersion, count, waiting }).toEqual({
    mendVersion: found.record.mendVersion,
    count: 2,
    waiting: { acts: found.acts, actCount: 1 },
  });
  expect(found.acts).toMatchObject([{ kind: "cell", count: 2, rowNo: 3, column: 1, hits: null }]);
  expect(found.record).toMatchObject({ state: "ready", checkedVersion: 0 });
  const back = await takeMendBack(actor, { importId, what: { act: mendVersion } });
  expect(back.waiting).toEqual({ acts: [], actCount: 0 });
});

test("a small file is checked at once, and nothing waits", async () => {
  const importId = await readLog(5);
  const what = cells([3, 1, "exit"]);
  const { waiting } = await mendRows(actor, { importId, what, inBackground: false });
  expect(waiting).toBeNull();
  expect((await getImport(actor, { importId })).record.state).toBe("uploaded");
});

test("a row whose cells were all emptied is counted with those that are no rows of the list", async () => {
  const importId = await readLog(5);
  const what = cells([3, 0, ""], [3, 1, ""], [3, 2, " "]);
  await mendRows(actor, { importId, what, inBackground: false });
  await readFile(actor, importId);
  const { record } = await getImport(actor, { importId });
  expect(record.counts).toEqual({ unknownStudent: 4, aside: 1 });
  const rows = await getImportRows(actor, { importId, outcomes: ["aside"] });
  expect(rows.map(({ rowNo, issues }) => [rowNo, issues[0]?.code])).toEqual([[3, "emptiedRow"]]);
  expect((await grid(importId)).counts).toMatchObject({ all: 5, wrong: 4, notes: 1, mended: 1 });
});
