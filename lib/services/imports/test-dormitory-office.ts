import "server-only";
import { Readable } from "node:stream";
import { afterAll, beforeEach, vi } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import type { ImportKind } from "@/lib/import/fields";
import { newTestAccount } from "../access/test-account";
import { addDormitory } from "../office/dormitories";
import { createDraft } from "../registrations/create-draft";
import { fileList } from "../registrations/file-list";
import { getRequestList } from "../registrations/get-request-list";
import { commitImport } from "./commit-import";
import { findEffect } from "./find-effect";
import { getImport, getImportRows } from "./get-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { takeBack } from "./take-back";
import { undoImport } from "./undo-import";
import { undoPreview } from "./undo-preview";
import { writeImport } from "./write-import";

const ROSTER = `student_no,last_name,first_name,birth_date,citizenship,document_no,document_expires,sex
S-1,OMURBEKOVA,AIZADA,2005-02-28,KZ,N11111111,2030-01-01,F
S-2,IVANOV,PETR,2004-01-01,RU,4512345678,2030-01-01,M
S-3,ASANOV,NURLAN,2004-05-05,KZ,N33333333,2030-01-01,M
`;
const LOG = `student_no,direction,at
S-1,entry,2025-09-01
S-2,entry,2025-09-01
S-3,entry,2025-09-01
`;

/** For tests: an office with two dormitories (№ 2, № 3) and three students who are inside since 1 September 2025. */
export async function officeWithDormitories(): Promise<Actor> {
  const admin = (await newTestAccount(await newTestInstitution(), "administrator")).actor;
  for (const name of ["Общежитие № 2", "Общежитие № 3"]) {
    await addDormitory(admin, { name, address: `Бишкек, ${name}`, manager: "" });
  }
  await importFile(admin, fileOf("roster", ROSTER));
  await importFile(admin, fileOf("crossings", LOG));
  return admin;
}

function fileOf(kind: ImportKind, text: string) {
  return { kind, fileName: `${kind}.csv`, content: Readable.from([Buffer.from(text)]) };
}

/** For tests: what is done with files of one kind in such an office, step by step and without the queue. */
export function filesOf(kind: ImportKind, admin: () => Actor) {
  /** Reads a file, and finds out what it would mean. */
  const preview = async (text: string): Promise<string> => {
    const importId = await receiveFile(admin(), fileOf(kind, text), false);
    await readFile(admin(), importId);
    await findEffect(admin(), importId);
    return importId;
  };
  const record = async (importId: string) => (await getImport(admin(), { importId })).record;
  const write = async (importId: string, leaveOut = false): Promise<string> => {
    await commitImport(admin(), { importId, leaveOut, inBackground: false });
    await writeImport(admin(), importId, admin().userId);
    const { state } = await record(importId);
    if (state !== "committed") throw new Error(`the import is ${state}`);
    return importId;
  };
  return {
    preview,
    write,
    load: async (text: string) => write(await preview(text)),
    counts: async (importId: string) => (await record(importId)).counts ?? {},
    /** How many students of each kind of effect. */
    effect: async (importId: string) => {
      const { effect } = await getImport(admin(), { importId });
      return Object.fromEntries(effect.map(({ kind: of, count }) => [of, count]));
    },
    /** Outcome, codes of remarks and changes (old, new) of every row. */
    rows: async (importId: string) => {
      const rows = await getImportRows(admin(), { importId, outcomes: [] });
      return rows.map(({ outcome, issues, changes }) => ({
        outcome,
        codes: issues.map(({ code }) => code),
        changes: Object.fromEntries(
          changes.map(({ field, old, new: next }) => [field, [old, next]]),
        ),
      }));
    },
    undo: async (importId: string) => {
      const { agreement, counts, kept } = await undoPreview(admin(), { importId });
      await undoImport(admin(), { importId, agreement, inBackground: false });
      await takeBack(admin(), importId);
      const { state } = await record(importId);
      if (state !== "undone") throw new Error(`the import is ${state}`);
      return { counts, kept };
    },
  };
}

/** The columns of a dormitory's list. */
export const LIST_HEAD = "student_no,dormitory,room,lives_from,lives_to,moved_out\n";

/** For a file of tests: before each of them a new office on 15 November 2025; what is done in it with lists of halls. */
export function listsOfEachTest() {
  const office = {} as { admin: Actor };
  beforeEach(async () => {
    vi.stubEnv("SANAK_TODAY", "2025-11-15");
    office.admin = await officeWithDormitories();
  });
  afterAll(closeConnections);
  const lists = filesOf("residents", () => office.admin);
  return { office, lists, load: (rows: string) => lists.load(LIST_HEAD + rows) };
}

/** For tests: hall (the last letter of its name), room, first and last day of each student's residence, by student number. */
export async function homesOf(admin: Actor) {
  const rows = await inInstitution(admin, (tx) =>
    tx.residence.findMany({
      include: { dormitory: true, student: { select: { studentNo: true } } },
      orderBy: { student: { studentNo: "asc" } },
    }),
  );
  const iso = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
  return Object.fromEntries(
    rows.map(({ student, dormitory, room, livesFrom, livesTo }) => [
      student.studentNo,
      [dormitory?.name.slice(-1) ?? "-", room, iso(livesFrom), iso(livesTo)],
    ]),
  );
}

/** For tests: the key of the student with a number. */
export async function studentIdOf(admin: Actor, studentNo: string): Promise<number> {
  const { id } = await inInstitution(admin, (tx) =>
    tx.student.findFirstOrThrow({ where: { studentNo }, select: { id: true } }),
  );
  return id;
}

/** For tests: all three students live in rooms of the dormitories, so that they can be filed. */
export async function settleIn(admin: Actor): Promise<void> {
  await filesOf("residents", () => admin).load(
    "student_no,dormitory,room\nS-1,2,1\nS-2,2,2\nS-3,3,3\n",
  );
}

/** For tests: files a list with these students for 15 November 2025; returns its id. */
export async function fileListOf(admin: Actor, numbers: readonly string[]): Promise<string> {
  const ids: number[] = [];
  for (const number of numbers) ids.push(await studentIdOf(admin, number));
  const asOf = "2025-11-15";
  const { id } = await createDraft(admin, { selection: { kind: "chosen", ids }, asOf });
  const { fingerprint } = await getRequestList(admin, { listId: id, asOf });
  const references = { petition: "", representative: "", powerOfAttorney: "" };
  await fileList(admin, { listId: id, asOf, fingerprint: fingerprint ?? "", ...references });
  return id;
}
