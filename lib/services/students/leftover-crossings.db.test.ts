import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { newTestAccount } from "../access/test-account";
import { undoPreview } from "../imports/undo-preview";
import { getStudent } from "./get-student";
import { recordCrossing } from "./record-crossing";
import { setCrossingAside } from "./set-crossing-aside";
import { studentFilter } from "./student-filter";
import { idOf, load, undo } from "./test-records";
import { undoRepair } from "./undo-repair";

afterAll(closeConnections);

const LOG = ["student_no,direction,at", "S-1,entry,2025-09-01", "S-1,entry,2025-09-05"];
const conflict = (reason: string) => ({ code: "conflict", reason });

let actor: Actor;
let roster: string;
let studentId: number;
let ref: string;

const crossings = async () =>
  (await getStudent(actor, { studentId, filter: studentFilter.parse({ asOf: "2025-11-15" }) }))
    .crossings;
const repair = (kind: "setAside" | "leftover") =>
  undoRepair(actor, { studentId, ref, repair: kind });
const enter = (day: string) =>
  recordCrossing(actor, { studentId, direction: "entry", day, minute: "", reason: "по штампу" });

beforeEach(async () => {
  actor = (await newTestAccount(await newTestInstitution(), "administrator")).actor;
  roster = await load(actor, "roster", [
    "student_no,last_name,first_name,citizenship",
    "S-1,OMURALIEVA,GULZAT,KZ",
  ]);
  const log = await load(actor, "crossings", LOG);
  studentId = await idOf(actor, "S-1");
  ref = (await crossings())[1]?.ref ?? "";
  await setCrossingAside(actor, { studentId, refs: [ref], reason: "дважды" });
  expect((await undo(actor, log)).kept).toMatchObject([{ reason: "setAside", count: 1 }]);
});

test("what was set aside of an undone log keeps nobody: it goes with its student, and is told", async () => {
  const { counts, kept, obstructed } = await undo(actor, roster);
  expect({ counts, kept, obstructed }).toMatchObject({
    counts: { removed: { student: 1, crossing: 1 } },
    kept: [],
    obstructed: false,
  });
  const left = await inInstitution(actor, async (tx) => [
    await tx.crossing.count(),
    await tx.student.count(),
  ]);
  expect(left).toEqual([0, 0]);
});

test("who stays for something else keeps it, and that is the reason told", async () => {
  await enter("2025-10-01");
  const { kept, counts } = await undoPreview(actor, { importId: roster });
  expect(kept).toMatchObject([{ entity: "student", reason: "enteredByHand", importId: null }]);
  expect(counts.removed).toEqual({});
});

test("it cannot count again, as no log holds it; it can be removed, and then be entered by hand", async () => {
  expect((await crossings()).map(({ leftover }) => leftover)).toEqual([true]);
  await expect(repair("setAside")).rejects.toMatchObject(conflict("crossingOfUndoneImport"));
  await expect(enter("2025-09-05")).rejects.toMatchObject(conflict("crossingIsLeftover"));
  await repair("leftover");
  expect(await crossings()).toEqual([]);
  await enter("2025-09-05");
  expect(await crossings()).toHaveLength(1);
});

test("a log that brings it again holds it: it can count again, and is not removed by hand", async () => {
  const again = await load(actor, "crossings", LOG, "again.csv");
  const found = (await crossings()).find((crossing) => crossing.ref === ref);
  expect(found).toMatchObject({ leftover: false, source: { fileName: "again.csv", row: 3 } });
  await expect(repair("leftover")).rejects.toMatchObject(conflict("crossingInLog"));
  await repair("setAside");
  await undo(actor, again);
  expect(await crossings()).toEqual([]);
});
