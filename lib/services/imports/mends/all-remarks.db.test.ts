import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { getGrid, getGridRows } from "./get-grid";
import { logsOf, officeOfLog } from "./test-mended-log";

let actor: Actor;
beforeEach(async () => {
  actor = await officeOfLog();
});
afterAll(closeConnections);

const { read, find, rowsOf } = logsOf(() => actor);

/** Wrong rows of which something else is to be known, and a right one. */
const LOG = `student_no;direction;at;checkpoint
S-1;туда;2025-09-05T23:59;Нигде
S-1;туда;31.02.2025;Нигде
S-1;entry;2025-09-07T12:00;Ак-Жол
`;

const codes = (remarks: readonly { code: string }[]) => remarks.map(({ code }) => code);

test("a wrong row tells all that is remarked at once, the errors first, in the list and in the grid", async () => {
  const importId = await read(LOG);
  const rows = await rowsOf(importId);
  expect(rows.map(({ issues }) => codes(issues))).toEqual([
    ["unknownDirection", "nearMidnight", "unknownCheckpoint"],
    ["unknownDirection", "impossibleDate", "unknownCheckpoint"],
    [],
  ]);
  const grid = await getGridRows(actor, { importId, show: "all", from: 0, to: null });
  expect(grid.rows.map(({ issues }) => codes(issues))).toEqual(
    rows.map((row) => codes(row.issues)),
  );
  const { counts, groups } = await getGrid(actor, { importId });
  expect(counts).toMatchObject({ wrong: 2, warnings: 2 });
  expect(groups.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    "error unknownDirection",
    "error impossibleDate",
    "warning unknownCheckpoint",
    "warning nearMidnight",
  ]);
});

test("a group names the value where all its rows have the same one, and none where they differ", async () => {
  const importId = await read(`${LOG}S-2;сюда;2025-09-09;Нигде\n`);
  const { groups } = await getGrid(actor, { importId });
  expect(groups.map(({ code, value }) => [code, value])).toEqual([
    ["unknownDirection", ""],
    ["impossibleDate", "31.02.2025"],
    ["unknownCheckpoint", "Нигде"],
    ["nearMidnight", "2025-09-05T23:59"],
  ]);
  const { remarks } = await find(importId);
  expect(remarks.map(({ code, value, count, rows }) => [code, value, count, rows])).toEqual([
    ["unknownDirection", "", 3, [2, 3, 5]],
    ["impossibleDate", "31.02.2025", 1, [3]],
    ["unknownCheckpoint", "Нигде", 3, [2, 3, 5]],
    ["nearMidnight", "2025-09-05T23:59", 1, [2]],
  ]);
});

test("particulars that all rows of a group have are told with it; other ones are not", async () => {
  const same = await read("student_no;direction;at\nS-1;entry\nS-2;exit\n");
  expect((await getGrid(actor, { importId: same })).groups[0]).toMatchObject({
    code: "rowLength",
    params: { expected: 3, found: 2 },
  });
  const other = await read("student_no;direction;at\nS-1;entry\nS-2;exit;2025-09-01;1;2\n");
  expect((await getGrid(actor, { importId: other })).groups[0]).toMatchObject({
    code: "rowLength",
    params: {},
  });
});
