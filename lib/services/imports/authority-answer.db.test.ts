import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { createDraft } from "../registrations/create-draft";
import { getRequestList } from "../registrations/get-request-list";
import { getStudent } from "../students/get-student";
import { studentFilter } from "../students/student-filter";
import { commitImport } from "./commit-import";
import { getImport, getImportRows } from "./get-import";
import {
  fileListOf,
  filesOf,
  officeWithDormitories,
  settleIn,
  studentIdOf,
} from "./test-dormitory-office";
import { wholeTables } from "./test-whole-tables";

// Each answer is read, compared and written on a real database.
vi.setConfig({ testTimeout: 60_000 });

afterAll(closeConnections);

const HEAD = "document_no,result,reason,registration_no,valid_from,valid_to,authority,list_no\n";
const YES = "N11111111,registered,,77,2025-11-20,2026-06-30,ЦОН 1,\n";
const NO = "4512345678,refused,Нет штампа,,,,ЦОН 1,\n";
const BACK = "N33333333,returned,Нет подписи,,,,,\n";

let admin: Actor;
let listId: string;
beforeEach(async () => {
  vi.stubEnv("SANAK_TODAY", "2025-11-25");
  admin = await officeWithDormitories();
  await settleIn(admin);
  listId = await file("S-1", "S-2", "S-3");
});

const file = (...numbers: string[]) => fileListOf(admin, numbers);

const answers = filesOf("authority", () => admin);
const { preview, write, undo } = answers;
const load = (rows: string) => answers.load(HEAD + rows);
const outcomesOf = async (importId: string) =>
  (await answers.rows(importId)).map(({ outcome, codes }) => [outcome, ...codes]);

async function grounds() {
  const rows = await inInstitution(admin, (tx) =>
    tx.ground.findMany({ include: { student: true }, orderBy: { id: "asc" } }),
  );
  return rows.map(({ student, kind, number, validFrom, validTo, status, address }) => [
    student.studentNo,
    kind,
    number,
    validFrom.toISOString().slice(0, 10),
    validTo?.toISOString().slice(0, 10) ?? null,
    status,
    address,
  ]);
}
const PLACE = "Бишкек, Общежитие № 2";

/** Result and reason by student number, as the list's page shows them. */
async function answered(of = listId) {
  const sheet = await getRequestList(admin, { listId: of });
  expect(sheet.intact).toBe(true);
  const found: Record<string, string> = {};
  for (const number of ["S-1", "S-2", "S-3"]) {
    const answer = sheet.answers.get(await studentIdOf(admin, number));
    if (answer) found[number] = [answer.result, answer.reason || answer.number].join(" ");
  }
  return found;
}
const page = async (number: string) =>
  getStudent(admin, {
    studentId: await studentIdOf(admin, number),
    filter: studentFilter.parse({ asOf: "2025-11-25" }),
  });

describe("an answer to a filed list", () => {
  test("makes a ground of a registration, keeps refusals with their reasons, and tells who is missing", async () => {
    const before = await wholeTables(admin);
    const importId = await preview(HEAD + YES + NO);
    expect(await outcomesOf(importId)).toEqual([["new"], ["new"]]);
    expect(await answers.effect(importId)).toEqual({
      registered: 1,
      refused: 1,
      verdict: expect.any(Number),
      unanswered: 1,
    });
    const { effect } = await getImport(admin, { importId });
    expect(effect.find(({ kind }) => kind === "unanswered")).toMatchObject({
      before: "1",
      count: 1,
    });
    expect(await wholeTables(admin)).toEqual(before);
    await write(importId);
    expect(await grounds()).toEqual([
      ["S-1", "dormitory", "77", "2025-11-20", "2026-06-30", "granted", PLACE],
    ]);
    expect(await answered()).toEqual({ "S-1": "registered 77", "S-2": "refused Нет штампа" });
    const [registered, refused] = [await page("S-1"), await page("S-2")];
    expect(registered.answers).toMatchObject([{ listNumber: 1, result: "registered" }]);
    expect(registered.assessment.protectedUntil).not.toBeNull();
    expect(refused.answers).toMatchObject([{ result: "refused", reason: "Нет штампа" }]);
    expect(refused.assessment.protectedUntil).toBeNull();
    expect((await page("S-3")).answers).toEqual([]);
  });

  test("that was a refusal is told on the next list, with its reason; a registration is not told as one", async () => {
    await load(NO + BACK);
    const ids = [await studentIdOf(admin, "S-2"), await studentIdOf(admin, "S-3")];
    const asOf = "2025-11-25";
    const { id } = await createDraft(admin, { selection: { kind: "chosen", ids }, asOf });
    const { included, leftOut } = await getRequestList(admin, { listId: id, asOf });
    const told = [...included, ...leftOut].map(({ studentId, warnings }) => [
      studentId,
      warnings.filter(({ kind }) => kind.endsWith("Before")),
    ]);
    expect(Object.fromEntries(told)).toEqual({
      [ids[0] ?? 0]: [{ kind: "refusedBefore", number: 1, reason: "Нет штампа" }],
      [ids[1] ?? 0]: [{ kind: "returnedBefore", number: 1, reason: "Нет подписи" }],
    });
  });

  test("comes in parts: the same again changes nothing, what is new is added", async () => {
    await load(YES);
    const importId = await preview(HEAD + YES + NO + BACK);
    expect(await outcomesOf(importId)).toEqual([["unchanged"], ["new"], ["new"]]);
    expect(await answers.effect(importId)).not.toHaveProperty("unanswered");
    await write(importId);
    expect(await answered()).toEqual({
      "S-1": "registered 77",
      "S-2": "refused Нет штампа",
      "S-3": "returned Нет подписи",
    });
    expect(await grounds()).toHaveLength(1);
  });

  test("that is put right later changes the answer and its ground, field by field", async () => {
    await load(YES + NO);
    const importId = await preview(
      `${HEAD}N11111111,registered,,77/1,2025-11-21,2026-06-30,,\n4512345678,registered,,78,2025-12-01,2026-06-30,,\n`,
    );
    expect(
      (await answers.rows(importId)).map(({ outcome, changes }) => [outcome, changes]),
    ).toEqual([
      ["changed", { registrationNo: ["77", "77/1"], validFrom: ["2025-11-20", "2025-11-21"] }],
      [
        "changed",
        {
          result: ["refused", "registered"],
          reason: ["Нет штампа", ""],
          registrationNo: ["", "78"],
          validFrom: ["", "2025-12-01"],
          validTo: ["", "2026-06-30"],
          authority: ["ЦОН 1", ""],
        },
      ],
    ]);
    await write(importId);
    expect((await grounds()).map((ground) => ground.slice(0, 6))).toEqual([
      ["S-1", "dormitory", "77/1", "2025-11-21", "2026-06-30", "granted"],
      ["S-2", "dormitory", "78", "2025-12-01", "2026-06-30", "granted"],
    ]);
    await load("N11111111,refused,Отозвано,,,,,\n");
    expect((await grounds())[0]?.[5]).toBe("revoked");
    expect((await page("S-1")).assessment.protectedUntil).toBeNull();
  });

  test("about people who are on no list, or not on the one that it names, stays out and says so", async () => {
    const importId = await preview(
      `${HEAD}N99999999,refused,x,,,,,\nN11111111,refused,x,,,,,9\n${NO}`,
    );
    expect(await outcomesOf(importId)).toEqual([
      ["unknownStudent"],
      ["wrong", "notOnThatList"],
      ["new"],
    ]);
    await expect(commitImport(admin, { importId, leaveOut: false })).rejects.toThrow("rowsStayOut");
    const { rows } = await inInstitution(admin, async (tx) => ({
      rows: await tx.requestAnswer.count(),
    }));
    expect(rows).toBe(0);
  });

  test("that names another list than the student is on says on which one that is, and the student is not missing there", async () => {
    await file("S-2");
    const importId = await preview(
      `${HEAD}N11111111,refused,x,,,,,2\n${NO}N33333333,refused,y,,,,,1\n`,
    );
    const [row] = await getImportRows(admin, { importId, outcomes: ["wrong"] });
    expect(row?.issues).toMatchObject([{ code: "notOnThatList", params: { lists: "1" } }]);
    const { effect } = await getImport(admin, { importId });
    const missing = effect.filter(({ kind }) => kind === "unanswered");
    expect(
      missing.map(({ before, students }) => [before, students.map(({ name }) => name)]),
    ).toEqual([["1", ["IVANOV PETR"]]]);
  });

  test("about somebody who is on no list at all says so, whatever list it names", async () => {
    await filesOf("roster", () => admin).load(
      "student_no,last_name,first_name,citizenship,document_no\nS-4,LI,ANNA,KZ,N44444444\n",
    );
    const importId = await preview(`${HEAD}N44444444,refused,y,,,,,1\n`);
    expect(await outcomesOf(importId)).toEqual([["wrong", "onNoList"]]);
  });

  test("that contradicts itself, or a registration that is known, is a conflict and is shown as one", async () => {
    const other = filesOf("grounds", () => admin);
    await other.load(
      "student_no,kind,number,valid_from,valid_to,status\nS-3,address,A-5,2025-11-01,2026-05-31,granted\n",
    );
    const importId = await preview(
      `${HEAD}N11111111,refused,x,,,,,\nN11111111,returned,y,,,,,\nN33333333,registered,,90,2025-11-20,2026-06-30,,\n`,
    );
    expect(await outcomesOf(importId)).toEqual([
      ["conflict", "conflictingRows"],
      ["conflict", "conflictingRows"],
      ["conflict", "otherRegistration"],
    ]);
    const { remarks } = await getImport(admin, { importId });
    expect(remarks).toContainEqual(expect.objectContaining({ code: "otherRegistration" }));
  });

  test("takes a ground that is known as the registration that it speaks of", async () => {
    const other = filesOf("grounds", () => admin);
    await other.load(
      "student_no,kind,number,valid_from,valid_to,status\nS-1,dormitory,,2025-11-20,,requested\nS-2,dormitory,55,2025-11-20,2026-06-30,granted\n",
    );
    const importId = await preview(
      `${HEAD}${YES}4512345678,registered,,55,2025-11-20,2026-06-30,,\n`,
    );
    expect(await outcomesOf(importId)).toEqual([["new"], ["new"]]);
    await write(importId);
    expect((await grounds()).map((ground) => ground.slice(0, 6))).toEqual([
      ["S-1", "dormitory", "77", "2025-11-20", "2026-06-30", "granted"],
      ["S-2", "dormitory", "55", "2025-11-20", "2026-06-30", "granted"],
    ]);
  });

  test("belongs to the list that it names, else to the one that waits for an answer", async () => {
    await load("4512345678,refused,Нет штампа,,,,ЦОН 1,1\n");
    const second = await file("S-2");
    expect(await outcomesOf(await preview(HEAD + NO))).toEqual([["unchanged"]]);
    await load("4512345678,registered,,91,2025-12-01,2026-06-30,,\n");
    expect(await answered()).toEqual({ "S-2": "refused Нет штампа" });
    expect(await answered(second)).toEqual({ "S-2": "registered 91" });
    expect((await page("S-2")).answers.map(({ listNumber }) => listNumber)).toEqual([2, 1]);
  });
});

describe("taking an answer back", () => {
  test("leaves all as it was: answers, grounds that it made, grounds that it changed", async () => {
    const other = filesOf("grounds", () => admin);
    await other.load(
      "student_no,kind,number,valid_from,valid_to,status\nS-1,dormitory,,2025-11-20,,requested\n",
    );
    const before = await wholeTables(admin);
    const first = await load(YES + NO);
    const between = await wholeTables(admin);
    const second = await load(
      "N11111111,refused,Отозвано,,,,,\n4512345678,registered,,78,2025-12-01,2026-06-30,,\n",
    );
    expect((await undo(second)).counts).toMatchObject({
      removed: { ground: 1 },
      restored: { ground: 1, answer: 2 },
      kept: {},
    });
    expect(await wholeTables(admin)).toEqual(between);
    expect((await undo(first)).counts).toMatchObject({
      removed: { answer: 2 },
      restored: { ground: 1 },
      kept: {},
    });
    expect(await wholeTables(admin)).toEqual(before);
  });

  test("a ground that a list of grounds and an answer both hold goes only with the last of them", async () => {
    const other = filesOf("grounds", () => admin);
    const same =
      "student_no,kind,number,valid_from,valid_to,status\nS-1,dormitory,77,2025-11-20,2026-06-30,granted\n";
    const before = await wholeTables(admin);
    const byList = await other.load(same);
    const byAnswer = await load(YES);
    const { kept } = await other.undo(byList);
    expect(kept).toMatchObject([{ entity: "ground", reason: "inLaterFile", importId: byAnswer }]);
    expect(await grounds()).toHaveLength(1);
    const again = await other.preview(same);
    expect(await other.counts(again)).toEqual({ unchanged: 1 });
    expect((await undo(byAnswer)).counts).toMatchObject({ removed: { ground: 1, answer: 1 } });
    expect(await wholeTables(admin)).toEqual(before);
  });
});
