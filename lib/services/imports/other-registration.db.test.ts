import { afterAll, beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { parseDay } from "@/lib/civil-date/day";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { getStudent } from "../students/get-student";
import { studentFilter } from "../students/student-filter";
import { commitImport } from "./commit-import";
import { findEffect } from "./find-effect";
import { getImport, getImportRows } from "./get-import";
import { getGrid } from "./mends/get-grid";
import { type MendInput, mendRows } from "./mends/mend-rows";
import { takeMendBack } from "./mends/take-mend-back";
import { readFile } from "./read-file";
import {
  fileListOf,
  filesOf,
  officeWithDormitories,
  settleIn,
  studentIdOf,
} from "./test-dormitory-office";
import { wholeTables } from "./test-whole-tables";
import { writeImport } from "./write-import";

// Each answer is read, compared and written on a real database.
vi.setConfig({ testTimeout: 60_000 });

afterAll(closeConnections);

let admin: Actor;
beforeEach(async () => {
  vi.stubEnv("SANAK_TODAY", "2025-11-25");
  admin = await officeWithDormitories();
  await settleIn(admin);
  await fileListOf(admin, ["S-1", "S-2", "S-3"]);
  await grounds.load(
    `student_no,kind,number,valid_from,valid_to,status
S-1,address,A-1,2025-11-01,2026-05-31,granted
S-3,address,A-3,2025-12-01,2026-05-31,granted
`,
  );
});

const grounds = filesOf("grounds", () => admin);
const answers = filesOf("authority", () => admin);

const HEAD = "document_no,result,registration_no,valid_from,valid_to\n";
const FIRST = "N11111111,registered,77,2025-11-20,2026-06-30\n";
const THIRD = "N33333333,registered,79,2025-11-20,2026-06-30\n";

/** Reads the file anew, as the job does after a mend. */
async function check(importId: string): Promise<void> {
  await readFile(admin, importId);
  await findEffect(admin, importId);
}
async function mend(importId: string, what: MendInput): Promise<number> {
  const { mendVersion } = await mendRows(admin, { importId, what, inBackground: false });
  await check(importId);
  return mendVersion;
}
const take = (importId: string, rowNos: number[] | null) =>
  mend(importId, { kind: "takeFile", rowNos });

const outcomes = async (importId: string) =>
  (await answers.rows(importId)).map(({ outcome, codes }) => [outcome, ...codes]);

async function held() {
  const rows = await inInstitution(admin, (tx) =>
    tx.ground.findMany({
      include: { student: true },
      orderBy: [{ studentId: "asc" }, { id: "asc" }],
    }),
  );
  return rows.map(({ student, number, validFrom, validTo, status }) => [
    ...[student.studentNo, number, validFrom.toISOString().slice(0, 10)],
    ...[validTo?.toISOString().slice(0, 10) ?? null, status],
  ]);
}

test("until a person says which registration holds, the row stays out, and both sides are told", async () => {
  const importId = await answers.preview(HEAD + FIRST);
  const [row] = await getImportRows(admin, { importId, outcomes: [] });
  expect(row).toMatchObject({
    outcome: "conflict",
    issues: [
      {
        code: "otherRegistration",
        value: "A-1, 01.11.2025–31.05.2026",
        params: { said: "77, 20.11.2025–30.06.2026" },
      },
    ],
  });
  const { groups } = await getGrid(admin, { importId });
  expect(groups).toMatchObject([{ code: "otherRegistration", mending: "takeFile", count: 1 }]);
  await expect(commitImport(admin, { importId, leaveOut: false })).rejects.toThrow("rowsStayOut");
});

test("where the file holds, the earlier registration ends the day before, is shown so, and comes back with the undo", async () => {
  const before = await wholeTables(admin);
  const importId = await answers.preview(HEAD + FIRST + THIRD);
  const act = await take(importId, [2]);
  expect(await outcomes(importId)).toEqual([
    ["new", "otherReplaced"],
    ["conflict", "otherRegistration"],
  ]);
  const [row] = await getImportRows(admin, { importId, outcomes: ["new"] });
  expect(row?.changes).toEqual([
    {
      field: "otherRegistration",
      old: "A-1, 01.11.2025–31.05.2026",
      new: "A-1, 01.11.2025–19.11.2025",
    },
  ]);
  expect(await answers.effect(importId)).toMatchObject({ registered: 1, replaced: 1 });
  expect((await getGrid(admin, { importId })).acts).toMatchObject([
    { act, kind: "takeFile", rowNo: 2, hits: 1, by: expect.any(String) },
  ]);
  expect(await wholeTables(admin)).toEqual(before);

  await answers.write(importId, true);
  expect(await held()).toEqual([
    ["S-1", "A-1", "2025-11-01", "2025-11-19", "granted"],
    ["S-1", "77", "2025-11-20", "2026-06-30", "granted"],
    ["S-3", "A-3", "2025-12-01", "2026-05-31", "granted"],
  ]);
  const audited = await inInstitution(admin, (tx) =>
    tx.auditEvent.findMany({ where: { action: "imports.mend" } }),
  );
  expect(audited).toMatchObject([
    { entityId: importId, userId: admin.userId, detail: { kind: "takeFile", count: 1, rows: [2] } },
  ]);
  // What it was before is kept, and stands beside it on the student's page.
  const kept = await getStudent(admin, {
    studentId: await studentIdOf(admin, "S-1"),
    filter: studentFilter.parse({ asOf: "2025-11-25" }),
  });
  expect(kept.grounds.map(({ number, earlier }) => [number, earlier])).toEqual([
    ["A-1", [{ fileName: "authority.csv", to: parseDay("2026-05-31") }]],
    ["77", []],
  ]);

  expect((await answers.undo(importId)).counts).toMatchObject({
    removed: { answer: 1, ground: 1 },
    restored: { ground: 1 },
    kept: {},
  });
  expect(await wholeTables(admin)).toEqual(before);
});

test("for all alike: one that did not begin earlier is revoked", async () => {
  const importId = await answers.preview(HEAD + FIRST + THIRD);
  await take(importId, null);
  const rows = await answers.rows(importId);
  expect(rows.map(({ outcome, changes }) => [outcome, changes["otherRegistration"]])).toEqual([
    ["new", ["A-1, 01.11.2025–31.05.2026", "A-1, 01.11.2025–19.11.2025"]],
    ["new", ["A-3, 01.12.2025–31.05.2026", ""]],
  ]);
  expect(await answers.effect(importId)).toMatchObject({ replaced: 2 });
  await answers.write(importId);
  expect((await held()).slice(2)).toEqual([
    ["S-3", "A-3", "2025-12-01", "2026-05-31", "revoked"],
    ["S-3", "79", "2025-11-20", "2026-06-30", "granted"],
  ]);
  // The same once more says nothing new.
  const again = await answers.preview(HEAD + FIRST + THIRD);
  expect(await answers.counts(again)).toEqual({ unchanged: 2 });
});

test("whom it concerns is told before: a protection that ends with the earlier registration", async () => {
  // The file's registration is over by today; the one on record protects until May.
  const importId = await answers.preview(`${HEAD}N11111111,registered,77,2025-11-05,2025-11-20\n`);
  await take(importId, [2]);
  const { effect } = await getImport(admin, { importId });
  const named = effect.find(({ kind }) => kind === "verdict");
  expect(named?.before).not.toBe(named?.after);
  await answers.write(importId);
  expect(await held()).toContainEqual(["S-1", "A-1", "2025-11-01", "2025-11-04", "granted"]);
});

test("the decision is taken back by row or as a whole, and the row conflicts again", async () => {
  const importId = await answers.preview(HEAD + FIRST + THIRD);
  const act = await take(importId, null);
  const back = async (what: Parameters<typeof takeMendBack>[1]["what"]) => {
    await takeMendBack(admin, { importId, what, inBackground: false });
    await check(importId);
  };
  await back({ rowNo: 2, kind: "takeFile" });
  expect(await outcomes(importId)).toEqual([
    ["conflict", "otherRegistration"],
    ["new", "otherReplaced"],
  ]);
  await back({ act });
  expect(await outcomes(importId)).toEqual([
    ["conflict", "otherRegistration"],
    ["conflict", "otherRegistration"],
  ]);
});

test("a decision holds for what the person saw: another registration, or other days in the file, are asked anew", async () => {
  const importId = await answers.preview(HEAD + FIRST);
  await take(importId, [2]);
  await mend(importId, {
    kind: "cells",
    cells: [{ rowNo: 2, column: 4, text: "2026-07-31" }],
    seen: 2,
  });
  expect(await outcomes(importId)).toEqual([["conflict", "otherRegistration"]]);
  expect((await getImport(admin, { importId })).unfitMends).toBe(1);
  await take(importId, [2]);
  expect(await outcomes(importId)).toEqual([["new", "otherReplaced"]]);

  // Until it is written the office learns that the earlier one was prolonged.
  await grounds.load(
    "student_no,kind,number,valid_from,valid_to,status\nS-1,address,A-1,2025-11-01,2026-08-31,granted\n",
  );
  await commitImport(admin, { importId, leaveOut: false, inBackground: false });
  await writeImport(admin, importId, admin.userId);
  const { record } = await getImport(admin, { importId });
  expect([record.state, record.problem]).toEqual(["ready", { code: "agreedChanged" }]);
  expect(await outcomes(importId)).toEqual([["conflict", "otherRegistration"]]);
});

test("a row that is no conflict cannot be decided so, and one that is left out stays out", async () => {
  const importId = await answers.preview(
    `${HEAD}${FIRST}4512345678,registered,78,2025-11-20,2026-06-30\n`,
  );
  await expect(take(importId, [3])).rejects.toThrow("rowGone");
  await take(importId, [2]);
  await mend(importId, { kind: "leaveOut", rowNos: [2] });
  expect((await outcomes(importId)).map(([outcome]) => outcome)).toEqual(["leftOut", "new"]);
  await answers.write(importId, true);
  expect((await held()).filter(([number]) => number === "S-1")).toEqual([
    ["S-1", "A-1", "2025-11-01", "2026-05-31", "granted"],
  ]);
});

test("where the list that brought the earlier registration is taken back first, nothing of it stays", async () => {
  const before = await wholeTables(admin);
  const list = await grounds.load(
    "student_no,kind,number,valid_from,valid_to,status\nS-2,address,A-2,2025-11-01,2026-05-31,granted\n",
  );
  const importId = await answers.preview(`${HEAD}4512345678,registered,78,2025-11-20,2026-06-30\n`);
  await take(importId, null);
  await answers.write(importId);
  await grounds.undo(list);
  expect((await held()).filter(([number]) => number === "S-2")).toEqual([
    ["S-2", "78", "2025-11-20", "2026-06-30", "granted"],
  ]);
  await answers.undo(importId);
  expect(await wholeTables(admin)).toEqual(before);
});
