import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { addDays, formatDay } from "@/lib/civil-date/day";
import { today } from "@/lib/clock/today";
import { closeConnections } from "@/lib/db/connection";
import { newTestInstitution } from "@/lib/db/test-institution";
import type { ImportKind } from "@/lib/import/fields";
import { listStudents } from "../students/list-students";
import { findEffect } from "./find-effect";
import { getImport } from "./get-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
});
afterAll(closeConnections);

const ago = (days: number) => formatDay(addDays(today(), -days));

const ROSTER = `student_no,last_name,first_name,citizenship,faculty
S-1,OMURBEKOVA,AIZADA,KZ,Medicine
S-2,IVANOV,PETR,KZ,Law
S-3,ABENOV,MARAT,KZ,Law
`;
const log = (...rows: string[]) => ["student_no,direction,at", ...rows].join("\n");

const file = (kind: ImportKind, text: string) => ({
  kind,
  fileName: `${kind}.csv`,
  content: Readable.from([Buffer.from(text)]),
});

async function effectOf(kind: ImportKind, text: string) {
  const importId = await receiveFile(actor, file(kind, text), false);
  await readFile(actor, importId);
  await findEffect(actor, importId);
  const { record, effect } = await getImport(actor, { importId });
  return { effect: record.effect, groups: effect };
}

test("a roster tells whom it adds and how they would stand, and who is missing from it", async () => {
  await importFile(actor, file("roster", ROSTER));
  const { effect, groups } = await effectOf(
    "roster",
    `${ROSTER.split("\n").slice(0, 2).join("\n")}\nS-9,ERMEKOV,DAUREN,KZ,Law\n`,
  );
  expect(effect).toMatchObject({ asOf: formatDay(today()), students: 1, lastLog: null, unread: 0 });
  expect(groups).toEqual([
    {
      kind: "absent",
      before: null,
      after: null,
      count: 2,
      students: [
        expect.objectContaining({ name: "ABENOV MARAT", rowNo: null }),
        expect.objectContaining({ name: "IVANOV PETR", rowNo: null }),
      ],
    },
    {
      kind: "added",
      before: null,
      after: "unknown",
      count: 1,
      students: [{ studentId: null, studentNo: null, rowNo: 3, name: "ERMEKOV DAUREN" }],
    },
  ]);
});

test("a log tells of whom it brings two entries or two exits in a row, together with what is known", async () => {
  await importFile(actor, file("roster", ROSTER));
  const known = [`S-1,entry,${ago(40)}`, `S-2,entry,${ago(40)}`, `S-3,exit,${ago(50)}`];
  await importFile(actor, file("crossings", log(...known)));
  const { groups } = await effectOf(
    "crossings",
    log(`S-1,entry,${ago(8)}`, `S-2,exit,${ago(8)}`, `S-3,entry,${ago(8)}`),
  );
  const broken = { kind: "broken", before: null, after: null, count: 1 };
  expect(groups[0]).toMatchObject({ ...broken, students: [{ name: "OMURBEKOVA AIZADA" }] });
  expect(groups.filter(({ kind }) => kind === "broken")).toHaveLength(1);
  // A second entry does not take away that the registration is overdue.
  const ofFirst = groups.filter(({ students }) =>
    students.some(({ name }) => name === "OMURBEKOVA AIZADA"),
  );
  expect(ofFirst).toHaveLength(1);
});

test("a log tells whose verdicts it changes, just as they stand when it is written, and who vanished", async () => {
  await importFile(actor, file("roster", ROSTER));
  await importFile(actor, file("crossings", log(`S-2,entry,${ago(5)}`, `S-3,entry,${ago(30)}`)));
  const next = log(`S-1,entry,${ago(120)}`, `S-2,entry,${ago(5)}`);
  const { effect, groups } = await effectOf("crossings", next);
  expect(effect).toMatchObject({ students: 1, lastLog: { fileName: "crossings.csv" } });
  expect(groups).toMatchObject([
    { kind: "vanished", count: 1, students: [{ name: "ABENOV MARAT" }] },
    { kind: "verdict", before: "unknown", count: 1, students: [{ name: "OMURBEKOVA AIZADA" }] },
  ]);
  expect(await listStudents(actor, { verdict: ["overstaying"] })).toMatchObject({ total: 0 });
  await importFile(actor, file("crossings", next));
  const [told] = groups.filter(({ kind }) => kind === "verdict");
  const after = await listStudents(actor, { verdict: told?.after ? [told.after] : [] });
  expect(after.rows.map(({ studentNo }) => studentNo)).toContain("S-1");
});

test("a ground tells whom it covers; changing nothing, a file changes nobody", async () => {
  await importFile(actor, file("roster", ROSTER));
  await importFile(actor, file("crossings", log(`S-1,entry,${ago(20)}`)));
  const grounds = `student_no,kind,number,valid_from,valid_to,status
S-1,dormitory,7,${ago(15)},${ago(-300)},granted
`;
  const { groups } = await effectOf("grounds", grounds);
  expect(groups).toMatchObject([{ kind: "verdict", after: "covered", count: 1 }]);
  await importFile(actor, file("grounds", grounds));
  expect((await effectOf("grounds", grounds)).groups).toEqual([]);
});
