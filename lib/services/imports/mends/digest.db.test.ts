import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { SHOWN } from "@/lib/db/import/grid-words";
import { inInstitution } from "@/lib/db/in-institution";
import { discardImport } from "../discard-import";
import { getImport } from "../get-import";
import { getGrid, getGridRows } from "./get-grid";
import { logsOf, officeOfLog } from "./test-mended-log";

let actor: Actor;
beforeEach(async () => {
  actor = await officeOfLog();
});
afterAll(closeConnections);

const { read, check, mend } = logsOf(() => actor);

const ROWS = 650;
/** Wrong, doubtful, unknown and short rows in turn, with a checkpoint of many meanings. */
function mixedLog(): string {
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const day = new Date(Date.UTC(2015, 0, 1 + at)).toISOString().slice(0, 10);
    const who = at % 5 === 0 ? `X-${at}` : "S-1";
    const how = at % 7 === 0 ? "туда" : "entry";
    if (at % 211 === 0) return `${who};${how}`;
    return `${who};${how};${day}T23:59;${at % 3 === 0 ? `Нигде ${at % 4}` : "Ак-Жол"}`;
  });
  return ["student_no;direction;at;checkpoint", ...rows, ""].join("\n");
}

const GROUPS = [
  { code: "unknownDirection", column: 1 },
  { code: "unknownStudent", column: 0 },
  { code: "rowLength", column: null },
  { code: "nearMidnight", column: 2 },
];

async function all(importId: string) {
  const shown = [
    ...SHOWN.map((show) => ({ show, group: null })),
    ...GROUPS.map((group) => ({ show: "all" as const, group })),
  ];
  const grids = [];
  for (const filter of shown)
    grids.push({ filter, ...(await getGrid(actor, { importId, ...filter })) });
  const { remarks, words, questions } = await getImport(actor, { importId });
  return { grids, remarks, words, questions };
}

const inDatabase = (statement: string) =>
  inInstitution(actor, (tx) => tx.$executeRawUnsafe(statement));

test("a grid opens without a look at the rows of the file, and tells what the rows hold", async () => {
  const importId = await read(mixedLog());
  const found = await all(importId);
  for (const { filter, index } of found.grids) {
    const rowNos: number[] = [];
    for (const [window, from] of index.anchors.entries()) {
      const to = index.anchors[window + 1] ?? null;
      const { rows } = await getGridRows(actor, { importId, ...filter, from, to });
      rowNos.push(...rows.map(({ rowNo }) => rowNo));
    }
    expect([filter, rowNos.length]).toEqual([filter, index.total]);
    expect(new Set(rowNos).size).toBe(rowNos.length);
    if (filter.group === null) expect(found.grids[0]?.counts[filter.show]).toBe(index.total);
  }
  expect(found.grids.map(({ index }) => index.total > 0)).toEqual([
    ...[true, true, true, false, false, false],
    ...[true, true, true, true],
  ]);
  await inDatabase(`delete from import_block where import_id = '${importId}'`);
  const { grids, ...page } = await all(importId);
  expect(grids).toEqual(found.grids);
  expect(page.remarks).toEqual(found.remarks);
});

test.each([
  ["before anything was counted", "delete from import_digest"],
  [
    "when it was counted in another way",
    "update import_digest set way = 'old', groups = '[]', places = '{}'",
  ],
])("of an import that was read %s the same is told, and kept", async (_, before) => {
  const importId = await read(mixedLog());
  const found = await all(importId);
  await inDatabase(before);
  expect(await all(importId)).toEqual(found);
  await inDatabase(`delete from import_block where import_id = '${importId}'`);
  expect((await all(importId)).grids).toEqual(found.grids);
});

test("what the rows come to is counted again when they are checked again, and goes with them", async () => {
  const importId = await read(mixedLog());
  const group = { code: "unknownDirection", column: 1 };
  const before = await getGrid(actor, { importId, group });
  await mend(importId, { kind: "leaveOutGroup", group });
  await check(importId);
  const { counts, index } = await getGrid(actor, { importId, show: "leftOut", group: null });
  expect(counts.leftOut).toBe(before.index.total);
  expect(index.total).toBe(before.index.total);
  await discardImport(actor, { importId });
  expect(await inDatabase(`delete from import_digest where import_id = '${importId}'`)).toBe(0);
});
