import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { newTestAccount } from "../access/test-account";
import { recordCrossing } from "../students/record-crossing";
import { splitPerson } from "../students/split-person";
import { load, undo } from "../students/test-records";
import { undoPersonChange } from "../students/undo-person-change";
import { getImportRows } from "./get-import";

let actor: Actor;
let first: string;
let changeId: string;
afterAll(closeConnections);

const LOG = [
  "student_no,direction,at",
  "S-1,entry,2025-09-01",
  "S-1,exit,2025-09-20",
  "S-1,entry,2025-10-01T08:15",
  "S-1,exit,2025-10-05",
];

/** Every crossing, by whose it is. */
const crossings = () =>
  inInstitution(actor, async (tx) =>
    (await tx.crossing.findMany({ include: { student: true }, orderBy: { day: "asc" } })).map(
      ({ day, student }) => `${student.studentNo} ${day.toISOString().slice(0, 10)}`,
    ),
  );

/** The rows of an import: what became of each, and what is said of it. */
const rowsOf = async (importId: string) =>
  (await getImportRows(actor, { importId, outcomes: [] })).map(({ outcome, issues }) => [
    outcome,
    ...issues
      .filter(({ code }) => code === "givenAtSplit" || code === "leftAtSplit")
      .map(({ code, params }) => [code, params]),
  ]);

beforeEach(async () => {
  actor = (await newTestAccount(await newTestInstitution(), "registrar")).actor;
  await load(actor, "roster", ["student_no,last_name,first_name,citizenship", "S-1,LI,WEI,CN"]);
  first = await load(actor, "crossings", LOG);
  const held = await inInstitution(actor, (tx) =>
    tx.crossing.findMany({ orderBy: { day: "asc" } }),
  );
  ({ changeId } = await splitPerson(actor, {
    ...{ studentId: held[0]?.studentId ?? 0, studentNo: "S-2", lastName: "LI", firstName: "WEN" },
    ...{ citizenship: "CN", reason: "два человека" },
    crossings: held.slice(2).map(({ id }) => String(id)),
  }));
});

const SPLIT = ["S-1 2025-09-01", "S-1 2025-09-20", "S-2 2025-10-01", "S-2 2025-10-05"];
const told = [
  "givenAtSplit",
  { from: "S-1", to: "S-2", day: expect.stringMatching(/^\d\d\.\d\d\.\d{4}$/) },
];

test("the next log does not give back what a split gave to another record, and says so", async () => {
  const again = await load(actor, "crossings", [...LOG, "S-1,entry,2025-10-20"]);
  expect(await rowsOf(again)).toEqual([
    ["unchanged"],
    ["unchanged"],
    ["unchanged", told],
    ["unchanged", told],
    ["new"],
  ]);
  expect(await crossings()).toEqual([...SPLIT, "S-1 2025-10-20"]);
  // They are the second log's, and still the other record's.
  const { counts } = await undo(actor, first);
  expect(counts).toMatchObject({ removed: {}, kept: { crossing: 4 } });
  expect(await crossings()).toEqual([...SPLIT, "S-1 2025-10-20"]);
  await undo(actor, again);
  expect(await crossings()).toEqual([]);
});

test("where the first log was taken back, which names the split, the next one keeps to what was decided", async () => {
  const { people } = await undo(actor, first);
  expect(people).toMatchObject([{ kind: "split", goes: false, rows: 2 }]);
  const again = await load(actor, "crossings", LOG);
  expect(await rowsOf(again)).toEqual([["new"], ["new"], ["new", told], ["new", told]]);
  expect(await crossings()).toEqual(SPLIT);
});

test("of a split that was undone nothing is told, and the rows are the first record’s again", async () => {
  await undoPersonChange(actor, { changeId });
  expect(await rowsOf(await load(actor, "crossings", LOG))).toEqual(
    Array.from({ length: 4 }, () => ["unchanged"]),
  );
  expect(new Set((await crossings()).map((one) => one.slice(0, 3)))).toEqual(new Set(["S-1"]));
});

test("a list of grounds does not give back a ground that a split gave to another record", async () => {
  const held =
    (await inInstitution(actor, (tx) => tx.student.findFirst({ where: { studentNo: "S-1" } })))
      ?.id ?? 0;
  const list = [
    "student_no,kind,number,valid_from,valid_to,address,status",
    "S-1,dormitory,1,2025-09-05,2026-06-30,Чүй 1,granted",
    "S-1,dormitory,2,2025-10-05,2026-06-30,Чүй 2,granted",
  ];
  await load(actor, "grounds", list);
  const given = await inInstitution(actor, (tx) => tx.ground.findFirst({ where: { number: "2" } }));
  await splitPerson(actor, {
    ...{ studentId: held, studentNo: "S-3", lastName: "LI", firstName: "NA", citizenship: "CN" },
    ...{ reason: "ещё один человек", grounds: [given?.id ?? 0] },
  });
  const again = await load(actor, "grounds", list);
  const toThird = ["givenAtSplit", expect.objectContaining({ from: "S-1", to: "S-3" })];
  expect(await rowsOf(again)).toEqual([["unchanged"], ["unchanged", toThird]]);
  expect(await inInstitution(actor, (tx) => tx.ground.count())).toBe(2);
});

test("a crossing entered by hand without a time that a split gave away is not written anew by a log that has its time", async () => {
  const studentId =
    (await inInstitution(actor, (tx) => tx.student.findFirst({ where: { studentNo: "S-1" } })))
      ?.id ?? 0;
  const reason = "справка";
  await recordCrossing(actor, { studentId, direction: "entry", day: "2025-10-20", reason });
  const byHand = await inInstitution(actor, (tx) =>
    tx.crossing.findFirst({ where: { day: new Date("2025-10-20") } }),
  );
  await splitPerson(actor, {
    ...{ studentId, studentNo: "S-3", lastName: "LI", firstName: "NA", citizenship: "CN", reason },
    crossings: [String(byHand?.id)],
  });
  const again = await load(actor, "crossings", [
    "student_no,direction,at",
    "S-1,entry,2025-10-20T09:00",
    "S-1,entry,2025-10-20T18:00",
  ]);
  const toThird = ["givenAtSplit", expect.objectContaining({ from: "S-1", to: "S-3" })];
  expect(await rowsOf(again)).toEqual([["changed", toThird], ["new"]]);
  expect((await crossings()).slice(4).sort()).toEqual(["S-1 2025-10-20", "S-3 2025-10-20"]);
});

test("a crossing that stayed with the first record is told where a log has it for the one that was split off", async () => {
  const again = await load(actor, "crossings", [
    "student_no,direction,at",
    "S-2,entry,2025-09-01",
    "S-2,exit,2025-09-20T10:00",
    "S-2,entry,2025-10-01T08:15",
  ]);
  const leftThere = ["leftAtSplit", expect.objectContaining({ from: "S-1", to: "S-2" })];
  expect(await rowsOf(again)).toEqual([["new", leftThere], ["new"], ["unchanged"]]);
  await undo(actor, again);
  await undoPersonChange(actor, { changeId });
});
