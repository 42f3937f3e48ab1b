import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { addDays, formatDay } from "@/lib/civil-date/day";
import { today } from "@/lib/clock/today";
import type { Verdict } from "@/lib/compliance/assessment";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import type { ImportKind } from "@/lib/import/fields";
import { assessDay } from "../assessments/assess-day";
import { listStudents } from "../students/list-students";
import { recordCrossing } from "../students/record-crossing";
import { commitImport } from "./commit-import";
import { findEffect } from "./find-effect";
import { getImport } from "./get-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { writeImport } from "./write-import";

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
  await importFile(actor, file("roster", ROSTER));
});
afterAll(closeConnections);

const ago = (days: number) => formatDay(addDays(today(), -days));

const ROSTER = "student_no,last_name,first_name,citizenship\nS-1,OMURBEKOVA,AIZADA,KZ\n";
const LOG = "student_no,direction,at\n";

const file = (kind: ImportKind, text: string) => ({
  kind,
  fileName: `${kind}.csv`,
  content: Readable.from([Buffer.from(text)]),
});

async function checked(kind: ImportKind, text: string): Promise<string> {
  const importId = await receiveFile(actor, file(kind, text), false);
  await readFile(actor, importId);
  await findEffect(actor, importId);
  return importId;
}

async function written(importId: string) {
  await commitImport(actor, { importId, leaveOut: false, inBackground: false });
  await writeImport(actor, importId, null);
  const found = await getImport(actor, { importId });
  expect(found.record.state).toBe("committed");
  return found;
}

async function verdict(studentNo: string): Promise<Verdict> {
  await assessDay(actor, today());
  const { rows } = await listStudents(actor, {});
  const found = rows.find((row) => row.studentNo === studentNo)?.verdict;
  if (found === undefined) throw new Error("the student is assessed");
  return found;
}

test("what a log changed is told as it was written, not as its check had seen it", async () => {
  const first = await checked("crossings", `${LOG}S-1,entry,${ago(45)}\n`);
  const { effect: expected } = await getImport(actor, { importId: first });
  expect(expected).toMatchObject([{ kind: "verdict", before: "unknown" }]);
  await importFile(actor, file("crossings", `${LOG}S-1,exit,${ago(41)}\n`));
  const before = await verdict("S-1");
  const { effect, record } = await written(first);
  const after = await verdict("S-1");
  expect(after).not.toBe(expected[0]?.after);
  const told = before === after ? [] : [{ kind: "verdict", before, after, count: 1 }];
  expect(effect).toMatchObject(told);
  expect(effect).toHaveLength(told.length);
  expect(record.effect).toMatchObject({ asOf: formatDay(today()), students: 1 });
});

test("a long log that its check has kept is told so too, and all of it is written", async () => {
  const days = Array.from({ length: 1300 }, (_, n) => ago(2700 - 2 * n));
  const rows = days.flatMap((day) => [`S-1,entry,${day}`, `S-1,exit,${day}`]);
  const log = await checked("crossings", `${LOG}${rows.join("\n")}\n`);
  // Another day, settings or engine: the rows that were kept hold, the verdicts do not.
  await inInstitution(actor, async (tx) => {
    await tx.$executeRaw`update import set effect = effect || '{"basis":"another"}' where id = ${log}::uuid`;
  });
  const before = await verdict("S-1");
  const { effect, record } = await written(log);
  expect(effect).toMatchObject([{ kind: "verdict", before, after: await verdict("S-1") }]);
  expect(record.effect).not.toMatchObject({ basis: "another" });
  expect(await inInstitution(actor, (tx) => tx.crossing.count())).toBe(2600);
});

test("a roster that adds a student adds no other one for having been counted anew", async () => {
  const roster = await checked("roster", `${ROSTER}S-2,IVANOV,PETR,KZ\n`);
  const { rows } = await listStudents(actor, {});
  const [one] = rows;
  if (one === undefined) throw new Error("a student is there");
  await recordCrossing(actor, {
    ...{ studentId: one.id, direction: "entry", day: ago(3), reason: "r" },
  });
  const { effect } = await written(roster);
  expect(effect).toMatchObject([{ kind: "added", count: 1, students: [{ name: "IVANOV PETR" }] }]);
  const after = await listStudents(actor, {});
  expect(after.rows.map(({ studentNo }) => studentNo).sort()).toEqual(["S-1", "S-2"]);
});

test("before it is written an import says whether facts have changed since its effect was found out", async () => {
  const log = await checked("crossings", `${LOG}S-1,entry,${ago(45)}\n`);
  expect((await getImport(actor, { importId: log })).effectIsOf).toBe("now");
  await importFile(actor, file("crossings", `${LOG}S-1,exit,${ago(41)}\n`));
  expect((await getImport(actor, { importId: log })).effectIsOf).toBe("earlierFacts");
  await inInstitution(actor, async (tx) => {
    await tx.$executeRaw`update import set effect = effect || ${JSON.stringify({ asOf: ago(1) })}::jsonb where id = ${log}::uuid`;
  });
  expect((await getImport(actor, { importId: log })).effectIsOf).toBe("earlierDay");
  expect((await written(log)).effectIsOf).toBe("now");
});
