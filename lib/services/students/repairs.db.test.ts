import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { lockForRepair } from "@/lib/db/repairs";
import { readStudentFacts } from "@/lib/db/student-facts";
import { newTestInstitution } from "@/lib/db/test-institution";
import { newTestAccount } from "../access/test-account";
import { importFile } from "../imports/import-file";
import { recordBorderCount, removeBorderCount } from "./border-counts";
import { getStudent } from "./get-student";
import { recordCrossing } from "./record-crossing";
import { setCrossingAside } from "./set-crossing-aside";
import { studentFilter } from "./student-filter";
import { undoRepair } from "./undo-repair";

afterAll(closeConnections);

const ROSTER = `student_no,last_name,first_name,citizenship,birth_date,document_no
S-1,OMURBEKOVA,AIZADA,KZ,2005-02-28,N11111111
`;
/** An entry, and an entry again: an exit is missing between them. */
const LOG = `student_no,document_no,direction,at,checkpoint
S-1,N11111111,entry,2025-09-01T08:15,Ак-Жол
S-1,041234567,entry,2025-10-05T09:00,Ак-Жол
`;
const REASON = "справка с границы от 3 ноября";

let registrar: Actor;
let studentId: number;

beforeEach(async () => {
  registrar = (await newTestAccount(await newTestInstitution(), "registrar")).actor;
  await importing("roster", ROSTER);
  await importing("crossings", LOG);
  studentId = await inInstitution(
    registrar,
    async (tx) => (await tx.student.findFirstOrThrow()).id,
  );
});

async function importing(kind: "roster" | "crossings", text: string) {
  const { counts } = await importFile(registrar, {
    kind,
    fileName: `${kind}.csv`,
    content: Readable.from([Buffer.from(text)]),
  });
  return counts;
}

const page = () =>
  getStudent(registrar, { studentId, filter: studentFilter.parse({ asOf: "2025-11-15" }) });
const exitOn = (day: string, minute = "") =>
  recordCrossing(registrar, { studentId, direction: "exit", day, minute, reason: REASON });
const conflict = (reason: string) => ({ code: "conflict", reason });
const refAt = async (index: number) => (await page()).crossings[index]?.ref ?? "";

test("a missing exit that the office enters mends the count, and says who entered it and why", async () => {
  const before = (await page()).assessment;
  expect(before.dataProblems.map(({ code }) => code)).toEqual(["entry_without_exit"]);
  await exitOn("2025-09-20", "18:40");
  const { assessment, crossings } = await page();
  expect(assessment.dataProblems).toEqual([]);
  expect(assessment.readings.rolling?.used).toBe(20 + 42);
  expect(crossings[1]).toMatchObject({
    direction: "exit",
    minute: 18 * 60 + 40,
    source: null,
    recorded: { by: expect.any(String), reason: REASON },
    setAside: null,
  });
  expect(crossings[0]).toMatchObject({
    source: { fileName: "crossings.csv", row: 2 },
    recorded: null,
  });
});

test("the same crossing is entered once: by a second click, another tab, or with the time left out", async () => {
  const clicks = await Promise.allSettled([exitOn("2025-09-20"), exitOn("2025-09-20")]);
  expect(clicks.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(exitOn("2025-09-20")).rejects.toMatchObject(conflict("crossingKnown"));
  await expect(exitOn("2025-09-20", "18:40")).rejects.toMatchObject(conflict("crossingKnown"));
  expect((await page()).crossings.length).toBe(3);
});

test("a crossing that the log holds cannot be entered beside it", async () => {
  const raw = { studentId, direction: "entry" as const, day: "2025-10-05", reason: REASON };
  await expect(recordCrossing(registrar, raw)).rejects.toMatchObject(conflict("crossingKnown"));
  await recordCrossing(registrar, { ...raw, minute: "21:00" });
  expect((await page()).crossings.length).toBe(3);
});

test("a crossing of tomorrow, a time that no clock shows and a missing reason are refused", async () => {
  await expect(exitOn("0001-01-01")).rejects.toMatchObject({ fields: { day: "dayTooEarly" } });
  await expect(exitOn("2999-01-01")).rejects.toMatchObject({ fields: { day: "dayAhead" } });
  await expect(exitOn("2025-09-20", "24:10")).rejects.toMatchObject({
    fields: { minute: "timeInvalid" },
  });
  const raw = { studentId, direction: "exit" as const, day: "2025-09-20", reason: " " };
  await expect(recordCrossing(registrar, raw)).rejects.toMatchObject({
    fields: { reason: "required" },
  });
});

test("a log that brings later what the office has entered confirms it and doubles nothing", async () => {
  await exitOn("2025-09-20");
  const log = `${LOG}S-1,N11111111,exit,2025-09-20T18:40,Кен-Булун\n`;
  expect(await importing("crossings", log)).toMatchObject({ unchanged: 2, changed: 1 });
  const { crossings } = await page();
  expect(crossings.length).toBe(3);
  expect(crossings[1]).toMatchObject({
    minute: 18 * 60 + 40,
    checkpoint: "Кен-Булун",
    recorded: { reason: REASON },
    source: { row: 4 },
  });
  const undo = { studentId, ref: crossings[1]?.ref ?? "", repair: "recorded" as const };
  await expect(undoRepair(registrar, undo)).rejects.toMatchObject(conflict("crossingInLog"));
});

test("of two crossings that a log tells of the day, one confirms the office's entry and the other is new", async () => {
  await exitOn("2025-09-20");
  const log = `${LOG}S-1,,exit,2025-09-20T08:00,\nS-1,,exit,2025-09-20T18:40,\n`;
  expect(await importing("crossings", log)).toMatchObject({ unchanged: 2, changed: 1, new: 1 });
  expect((await page()).crossings.map(({ minute }) => minute)).toEqual([495, 480, 1120, 540]);
});

test("a date-only log confirms an entry that the office made with its time", async () => {
  await exitOn("2025-09-20", "18:40");
  expect(await importing("crossings", `${LOG}S-1,,exit,2025-09-20,\n`)).toMatchObject({
    unchanged: 3,
  });
  expect((await page()).crossings[1]).toMatchObject({ minute: 1120, source: { row: 4 } });
});

test("a crossing set aside counts for nothing, and the same file brings it neither back nor twice", async () => {
  const ref = await refAt(1);
  await setCrossingAside(registrar, { studentId, refs: [ref], reason: REASON });
  const { assessment, crossings } = await page();
  expect(assessment.dataProblems).toEqual([]);
  expect(assessment.readings.rolling?.used).toBe(76);
  expect(crossings[1]).toMatchObject({ setAside: { by: expect.any(String), reason: REASON } });
  expect(await importing("crossings", LOG)).toEqual({ unchanged: 2 });
  expect((await page()).assessment.readings.rolling?.used).toBe(76);
  expect((await page()).crossings.length).toBe(2);
  const again = { studentId, direction: "entry" as const, day: "2025-10-05", minute: "9:00" };
  await expect(recordCrossing(registrar, { ...again, reason: REASON })).rejects.toMatchObject(
    conflict("crossingWasSetAside"),
  );
});

test("a repair can be taken back, once", async () => {
  const before = (await page()).assessment;
  const ref = await refAt(1);
  await setCrossingAside(registrar, { studentId, refs: [ref], reason: REASON });
  const twice = { studentId, refs: [ref], reason: REASON };
  await expect(setCrossingAside(registrar, twice)).rejects.toMatchObject(
    conflict("crossingSetAsideAlready"),
  );
  await undoRepair(registrar, { studentId, ref, repair: "setAside" });
  await expect(undoRepair(registrar, { studentId, ref, repair: "setAside" })).rejects.toMatchObject(
    conflict("repairUndoneAlready"),
  );
  const entered = await exitOn("2025-09-20");
  await undoRepair(registrar, { studentId, ...entered, repair: "recorded" });
  await expect(
    undoRepair(registrar, { studentId, ...entered, repair: "recorded" }),
  ).rejects.toMatchObject({ code: "notFound" });
  await expect(undoRepair(registrar, { studentId, ref, repair: "recorded" })).rejects.toMatchObject(
    conflict("crossingNotEntered"),
  );
  expect((await page()).assessment).toEqual(before);
});

test("a repair chosen for crossings that have changed since is refused, and several records go together or not at all", async () => {
  const { factsVersion } = await page();
  await setCrossingAside(registrar, { studentId, refs: [await refAt(1)], reason: REASON });
  const late = { studentId, reason: REASON, factsSeen: factsVersion };
  await expect(
    recordCrossing(registrar, { ...late, direction: "exit", day: "2025-09-20" }),
  ).rejects.toMatchObject(conflict("crossingsMoved"));
  const refs = [await refAt(0), await refAt(1)];
  await expect(setCrossingAside(registrar, { ...late, refs })).rejects.toMatchObject(
    conflict("crossingsMoved"),
  );
  await expect(
    setCrossingAside(registrar, { studentId, refs, reason: REASON }),
  ).rejects.toMatchObject(conflict("crossingSetAsideAlready"));
  expect((await page()).crossings.map(({ setAside }) => setAside !== null)).toEqual([false, true]);
});

test("every repair is in the audit with its reason", async () => {
  const { ref } = await exitOn("2025-09-20", "18:40");
  await setCrossingAside(registrar, { studentId, refs: [await refAt(2)], reason: REASON });
  await undoRepair(registrar, { studentId, ref, repair: "recorded" });
  const events = await inInstitution(registrar, (tx) =>
    tx.auditEvent.findMany({ where: { entity: "student" }, orderBy: { id: "asc" } }),
  );
  expect(events.map(({ action }) => action)).toEqual([
    "students.recordCrossing",
    "students.setCrossingAside",
    "students.undoRepair",
  ]);
  expect(events[0]?.detail).toMatchObject({ day: "2025-09-20", minute: 1120, reason: REASON });
});

test("while an import writes no repair begins", async () => {
  await inInstitution(registrar, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(
      hashtextextended('import:' || current_institution()::text, 0))`;
    await expect(exitOn("2025-09-20")).rejects.toMatchObject(conflict("importIsWriting"));
  });
  await inInstitution(registrar, async (tx) => expect(await lockForRepair(tx, 0)).toBe(true));
});

test("another university's registrar can repair nothing here", async () => {
  const stranger: Actor = { ...registrar, institutionId: await newTestInstitution() };
  const raw = { studentId, refs: [await refAt(0)], reason: REASON };
  await expect(setCrossingAside(stranger, raw)).rejects.toMatchObject({ code: "notFound" });
});

test("facts tell documents apart without their numbers, and know the birth date", async () => {
  const [stored] = await inInstitution(registrar, (tx) => readStudentFacts(tx, [studentId]));
  const [first, second] = stored?.facts.crossings ?? [];
  expect([first?.document, second?.document]).toEqual(["1", "2"]);
  expect(stored?.facts.birth).toBe(12_842);
  expect(JSON.stringify(stored)).not.toContain("11111111");
});

test("what the border service stated stands beside ours, once, and can be removed", async () => {
  const stated = {
    studentId,
    statedDays: "91",
    statedOn: "2025-11-03",
    paper: "акт об отказе в пропуске",
    paperNo: "17",
    paperDate: "2025-11-03",
    returnOn: "2026-02-02",
  };
  const { id } = await recordBorderCount(registrar, stated);
  await expect(recordBorderCount(registrar, stated)).rejects.toMatchObject(
    conflict("borderCountKnown"),
  );
  const { borderCounts } = await page();
  expect(borderCounts).toMatchObject([
    { id, statedDays: 91, paperNo: "17", note: "", recordedByName: expect.any(String) },
  ]);
  await removeBorderCount(registrar, { studentId, id });
  await expect(removeBorderCount(registrar, { studentId, id })).rejects.toMatchObject({
    code: "notFound",
  });
  expect((await page()).borderCounts).toEqual([]);
});

test("a count of days that nobody can have, or of a day to come, is refused", async () => {
  for (const statedDays of ["-1", "1001", "", "9.5", 1001]) {
    await expect(
      recordBorderCount(registrar, { studentId, statedDays, statedOn: "2025-11-03" }),
    ).rejects.toMatchObject({ fields: { statedDays: "daysInvalid" } });
  }
  await expect(
    recordBorderCount(registrar, { studentId, statedDays: 0, statedOn: "1925-11-03" }),
  ).rejects.toMatchObject({ fields: { statedOn: "dayTooEarly" } });
  await expect(
    recordBorderCount(registrar, { studentId, statedDays: 0, statedOn: "2999-01-01" }),
  ).rejects.toMatchObject({ fields: { statedOn: "dayAhead" } });
});
