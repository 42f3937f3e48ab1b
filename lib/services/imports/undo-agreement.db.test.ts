import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import type { ImportKind } from "@/lib/import/fields";
import { setCrossingAside } from "../students/set-crossing-aside";
import { undoRepair } from "../students/undo-repair";
import { getImport } from "./get-import";
import { importFile } from "./import-file";
import { takeBack } from "./take-back";
import { allowFaculties } from "./test-faculties";
import { wholeTables } from "./test-whole-tables";
import { undoImport } from "./undo-import";
import { undoPreview } from "./undo-preview";

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
  await allowFaculties(actor, ["Law", "Medicine"]);
});
afterAll(closeConnections);

async function load(kind: ImportKind, text: string): Promise<string> {
  const content = Readable.from([Buffer.from(text)]);
  const record = await importFile(actor, { kind, fileName: `${kind}.csv`, content });
  expect(record.state).toBe("committed");
  return record.id;
}

const ROSTER = `student_no,last_name,first_name,citizenship,faculty
S-1,OMURBEKOVA,AIZADA,KZ,
S-2,IVANOV,PETR,RUS,
`;

/** Sees what the undo means, does `meanwhile`, and agrees to what was seen; nothing may be done then. */
async function agreeLate(importId: string, meanwhile: () => Promise<unknown>): Promise<void> {
  const seen = await undoPreview(actor, { importId });
  await meanwhile();
  const now = await undoPreview(actor, { importId });
  expect(now.counts).toEqual(seen.counts);
  const before = await wholeTables(actor);
  await undoImport(actor, { importId, agreement: seen.agreement, inBackground: false });
  await takeBack(actor, importId);
  expect((await getImport(actor, { importId })).record).toMatchObject({
    ...{ state: "committed", problem: { code: "undoChanged" } },
  });
  expect(await wholeTables(actor)).toEqual(before);
  await undoImport(actor, { importId, agreement: now.agreement, inBackground: false });
  await takeBack(actor, importId);
  expect((await getImport(actor, { importId })).record.state).toBe("undone");
}

test("where another crossing is set aside than the one that was seen to stay, nothing is taken back", async () => {
  await load("roster", ROSTER);
  const log = await load(
    "crossings",
    "student_no,direction,at\nS-1,entry,2025-09-01\nS-2,entry,2025-09-02\n",
  );
  const [one, other] = await inInstitution(actor, (tx) =>
    tx.crossing.findMany({ orderBy: { day: "asc" } }),
  );
  if (one === undefined || other === undefined) throw new Error("two crossings are there");
  const aside = ({ id, studentId }: typeof one) =>
    setCrossingAside(actor, { studentId, refs: [String(id)], reason: "r" });
  await aside(one);
  await agreeLate(log, async () => {
    await undoRepair(actor, {
      ...{ studentId: one.studentId, ref: String(one.id), repair: "setAside" },
    });
    await aside(other);
  });
});

test("where another student stays than was seen, or for another file, nothing is taken back", async () => {
  const roster = await load("roster", ROSTER);
  const log = (of: string) =>
    load("crossings", `student_no,direction,at\n${of},entry,2025-09-01\n`);
  const first = await log("S-1");
  await agreeLate(roster, async () => {
    await undoImport(actor, {
      ...{ importId: first, inBackground: false },
      agreement: (await undoPreview(actor, { importId: first })).agreement,
    });
    await takeBack(actor, first);
    await log("S-2");
  });
});

test("where a field of another student would get back its value than was seen, nothing is taken back", async () => {
  await load("roster", ROSTER);
  const roster = await load("roster", ROSTER.replaceAll(/,(KZ|RUS),/g, ",$1,Law"));
  const set = (studentNo: string, faculty: string) =>
    inInstitution(actor, (tx) =>
      tx.student.updateMany({ where: { studentNo }, data: { faculty } }),
    );
  await set("S-1", "Medicine");
  await agreeLate(roster, async () => {
    await set("S-1", "Law");
    await set("S-2", "Medicine");
  });
});
