import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { newTestAccount } from "../access/test-account";
import { comparePeople, mergePeople } from "../students/merge-people";
import { load } from "../students/test-records";
import { undoPersonChange } from "../students/undo-person-change";
import { getImportRows } from "./get-import";
import { getGridRows } from "./mends/get-grid";
import { logsOf } from "./mends/test-mended-log";

let actor: Actor;
beforeEach(async () => {
  actor = (await newTestAccount(await newTestInstitution(), "registrar")).actor;
  await load(actor, "roster", [
    "student_no,last_name,first_name,citizenship",
    "S-1,LI,WEI,CN",
    "S-2,LI,NA,CN",
  ]);
});
afterAll(closeConnections);

const { read } = logsOf(() => actor);

/** Whose each row is, in the table of the import and in the grid, which say the same. */
async function whose(importId: string) {
  const rows = await getImportRows(actor, { importId, outcomes: [] });
  const grid = await getGridRows(actor, { importId, show: "all", from: 0, to: null });
  const names = rows.map(({ studentName }) => studentName);
  expect(grid.rows.map(({ studentName }) => studentName)).toEqual(names);
  return names;
}

async function merge(): Promise<string> {
  const [one, other] = await inInstitution(actor, (tx) =>
    tx.student.findMany({ orderBy: { studentNo: "asc" } }),
  );
  const pair = { keptId: one?.id ?? 0, goneId: other?.id ?? 0 };
  const { kept, gone } = await comparePeople(actor, pair);
  const seen = { keptSeen: kept.factsVersion, goneSeen: gone.factsVersion };
  return (await mergePeople(actor, { ...pair, ...seen, reason: "один человек" })).changeId;
}

test("a row in error is shown with the student whose number it has; whom nobody knows has none", async () => {
  const importId = await read(
    "student_no;direction;at\nS-1;entry;31.02.2025\n S-2 ;entry;вчера\nS-9;entry;вчера\nS-9;entry;2025-09-01\n",
  );
  expect(await whose(importId)).toEqual(["LI WEI", "LI NA", null, null]);
});

test("rows of a record that went into another are that one's, right or wrong, until the merge is undone", async () => {
  const importId = await read(
    "student_no;direction;at\nS-1;entry;2025-09-01\nS-2;entry;2025-09-02\nS-2;entry;31.02.2025\n",
  );
  const changeId = await merge();
  expect(await whose(importId)).toEqual(["LI WEI", "LI WEI", "LI WEI"]);
  await undoPersonChange(actor, { changeId });
  expect(await whose(importId)).toEqual(["LI WEI", "LI NA", "LI NA"]);
});
