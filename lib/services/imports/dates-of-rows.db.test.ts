import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { formatDay } from "@/lib/civil-date/day";
import { closeConnections } from "@/lib/db/connection";
import { getImportRows } from "./get-import";
import { getGridRows } from "./mends/get-grid";
import { logsOf, officeOfLog } from "./mends/test-mended-log";
import { readFile } from "./read-file";
import { rereadImport } from "./reread-import";

let actor: Actor;
beforeEach(async () => {
  actor = await officeOfLog();
});
afterAll(closeConnections);

const { read, mend, commit } = logsOf(() => actor);

const LOG = `student_no;direction;at
S-1;entry;03/04/2025
S-1;exit;05/04/2025 14:05
S-1;entry;06.04.25
S-1;exit;07.04.2025
`;

type Rows = Awaited<ReturnType<typeof getImportRows>>;
const told = (rows: Pick<Rows[number], "dates">[]) =>
  rows.map(({ dates = [] }) => dates.map(({ text, day }) => `${text} → ${formatDay(day)}`));
const listed = async (importId: string) =>
  told(await getImportRows(actor, { importId, outcomes: [] }));
const inGrid = async (importId: string) =>
  told((await getGridRows(actor, { importId, from: 0, to: null })).rows);

test("a date that is asked about is told as it is read only once somebody has said how", async () => {
  const importId = await read(LOG);
  const year = ["06.04.25 → 2025-04-06"];
  expect(await listed(importId)).toEqual([[], [], year, []]);
  await rereadImport(actor, {
    ...{ importId, kind: "crossings", answers: { dateOrder: "monthFirst" }, inBackground: false },
  });
  await readFile(actor, importId);
  const asSaid = [["03/04/2025 → 2025-03-04"], ["05/04/2025 14:05 → 2025-05-04"], year, []];
  expect(await listed(importId)).toEqual(asSaid);
  expect(await inGrid(importId)).toEqual(asSaid);
  await commit(importId);
  expect(await listed(importId)).toEqual(asSaid);
});

test("where the file shows that the day stands first its dates are told so, and a mended row only when it is checked", async () => {
  const importId = await read(`${LOG}S-2;entry;25/04/2025\n`);
  const first = [["03/04/2025 → 2025-04-03"], ["05/04/2025 14:05 → 2025-04-05"]];
  expect((await listed(importId)).slice(0, 2)).toEqual(first);
  await mend(importId, {
    ...{ kind: "cells", cells: [{ rowNo: 2, column: 2, text: "04/04/2025" }], seen: 1000 },
  });
  expect((await inGrid(importId)).slice(0, 2)).toEqual([[], first[1]]);
});
