import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { newTestInstitution } from "@/lib/db/test-institution";
import { commitImport } from "../commit-import";
import { getImport } from "../get-import";
import { importFile } from "../import-file";
import { readFile } from "../read-file";
import { receiveFile } from "../receive-file";
import { getGrid, getGridRows } from "./get-grid";
import { mendRows } from "./mend-rows";

const ROWS = 5200;
/** Every so many rows one has no direction that is known, another is blank. */
const [WRONG, BLANK] = [7, 100];

let actor: Actor;
let importId: string;
beforeAll(async () => {
  actor = systemActor(await newTestInstitution());
  const file = (kind: "roster" | "crossings", lines: readonly string[]) => ({
    ...{ kind, fileName: "file.csv" },
    content: Readable.from([Buffer.from(lines.join("\n"))]),
  });
  await importFile(
    actor,
    file("roster", ["student_no,last_name,first_name,citizenship", "S-1,A,B,KZ"]),
  );
  const log = Array.from({ length: ROWS }, (_, index) => {
    if (index % BLANK === 1) return "";
    const day = new Date(Date.UTC(2010, 0, 1 + index)).toISOString().slice(0, 10);
    return `S-1,${index % WRONG === 3 ? "?" : "entry"},${day}`;
  });
  importId = await receiveFile(
    actor,
    file("crossings", ["student_no,direction,at", ...log]),
    false,
  );
  await readFile(actor, importId);
}, 120_000);
afterAll(closeConnections);

async function allWindows(show: "all" | "wrong") {
  const { index } = await getGrid(actor, { importId, show });
  const rowNos: number[] = [];
  for (const [window, from] of index.anchors.entries()) {
    const to = index.anchors[window + 1] ?? null;
    const { rows } = await getGridRows(actor, { importId, show, from, to });
    expect(rows.length).toBeLessThanOrEqual(200);
    rowNos.push(...rows.map(({ rowNo }) => rowNo));
  }
  return { total: index.total, rowNos };
}

test.each(["all", "wrong"] as const)(
  "the windows of the grid hold every row once, in the file's order, blank ones aside: %s",
  async (show) => {
    const expected = Array.from({ length: ROWS }, (_, index) => index)
      .filter((index) => index % BLANK !== 1)
      .filter((index) => show === "all" || index % WRONG === 3)
      .map((index) => index + 2);
    const { total, rowNos } = await allWindows(show);
    expect(total).toBe(expected.length);
    expect(rowNos).toEqual(expected);
  },
  30_000,
);

test("a large file is not checked by itself, and not written before it is", async () => {
  const { record } = await getImport(actor, { importId });
  await mendRows(actor, {
    ...{ importId, inBackground: false },
    what: {
      ...{ kind: "replace" },
      replacements: [{ column: 1, find: "?", whole: true, text: "entry" }],
    },
  });
  const after = (await getImport(actor, { importId })).record;
  expect(after).toMatchObject({ state: "ready", counts: record.counts });
  await expect(commitImport(actor, { importId, leaveOut: true })).rejects.toThrow("mendsUnchecked");
  const { rows } = await getGridRows(actor, { importId, from: 5, to: 6 });
  expect(rows).toMatchObject([
    { rowNo: 5, unchecked: true, outcome: "wrong", original: [[1, "?"]] },
  ]);
});
