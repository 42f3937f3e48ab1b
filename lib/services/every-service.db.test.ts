import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROLES } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { moveImport } from "@/lib/db/import/imports";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { addTestStudents } from "@/lib/db/test-students";
import words from "@/messages/en/office.json" with { type: "json" };
import { newTestAccount, type TestAccount } from "./access/test-account";
import { registerImport } from "./imports/register-import";
import { addYear } from "./office/academic-years";
import { addDormitory } from "./office/dormitories";
import { createDraft } from "./registrations/create-draft";
import { describeDraft } from "./registrations/describe-draft";
import { recordBorderCount } from "./students/border-counts";
import { recordCrossing } from "./students/record-crossing";
import { type AnyService, everyService } from "./test-every-service";
import { expectedFor } from "./test-who-may";

let services: AnyService[];
beforeAll(async () => {
  services = await everyService();
});
afterAll(closeConnections);

const nameOf = ({ service }: AnyService) => service.name;
const queries = () => services.filter(({ service }) => service.kind === "query");

test("every service has a name of its own, and the table of who may what knows it", () => {
  const names = services.map(nameOf).sort();
  expect(names).toEqual([...new Set(names)]);
  expect(names).toEqual(expectedFor("administrator").sort());
});

test("every command has a name in the audit, in the words of the office", () => {
  const commands = services.filter(({ service }) => service.kind === "command").map(nameOf);
  const named = Object.entries(words.audit.actions).flatMap(([group, actions]) =>
    Object.keys(actions).map((action) => `${group}.${action}`),
  );
  expect(commands.filter((name) => !named.includes(name))).toEqual([]);
});

test.each(ROLES)("the role %s may call what the table says, and nothing else", async (role) => {
  const { actor } = await newTestAccount(await newTestInstitution(), role);
  const admitted: string[] = [];
  for (const service of services) {
    // An input that no schema accepts: permission is asked before it, so nothing is done.
    const refusal = await service(actor, null).catch((error: unknown) => error);
    expect(refusal, nameOf(service)).toMatchObject({ name: "AppError" });
    if ((refusal as { code: string }).code !== "forbidden") admitted.push(nameOf(service));
  }
  expect(admitted.sort()).toEqual(expectedFor(role).sort());
});

const MARK = "Қарлығаш-Ours-Alone";

type Ours = {
  admin: TestAccount;
  studentId: number;
  otherId: number;
  dormitoryId: number;
  yearId: number;
  listId: string;
  importId: string;
  writtenId: string;
  borderCountId: number;
  crossingRef: string;
};

async function anOfficeWithEverything(): Promise<Ours> {
  const institutionId = await newTestInstitution(MARK);
  const admin = await newTestAccount(institutionId, "administrator");
  const [studentId = 0, otherId = 0] = await addTestStudents(institutionId, [
    { studentNo: "S-1", lastName: MARK, faculty: MARK, crossings: "+2025-09-01" },
    { studentNo: "S-2", lastName: MARK },
  ]);
  const { id: dormitoryId } = await addDormitory(admin.actor, {
    name: MARK,
    address: MARK,
    manager: MARK,
  });
  const { id: yearId } = await addYear(admin.actor, { from: "2025-09-01", to: "2026-06-30" });
  const selection = { kind: "chosen" as const, ids: [studentId] };
  const { id: listId } = await createDraft(admin.actor, { selection, asOf: "2025-11-15" });
  const references = { petition: MARK, representative: MARK, powerOfAttorney: MARK };
  await describeDraft(admin.actor, { listId, ...references });
  const file = { kind: "roster", fileName: MARK, inBackground: false } as const;
  const [importId, writtenId] = [uuidv7(), uuidv7()];
  for (const id of [importId, writtenId]) {
    const stored = { key: uuidv7(), sha256: "", size: 1 };
    await registerImport(admin.actor, { ...file, importId: id, stored });
  }
  await inInstitution({ institutionId }, (tx) =>
    moveImport(tx, writtenId, ["uploaded"], { state: "committed" }),
  );
  const { id: borderCountId } = await recordBorderCount(admin.actor, {
    studentId,
    statedDays: 91,
    statedOn: "2025-11-01",
  });
  const { ref: crossingRef } = await recordCrossing(admin.actor, {
    studentId,
    direction: "entry",
    day: "2025-08-20",
    reason: MARK,
  });
  const others = { borderCountId, crossingRef };
  const keys = { studentId, otherId, dormitoryId, yearId, listId, importId, writtenId };
  return { admin, ...keys, ...others };
}

/** What a stranger who has learnt our ids would send. A service that needs an input stands here. */
function inputsFrom({
  admin,
  studentId,
  otherId,
  dormitoryId,
  yearId,
  listId,
  importId,
  writtenId,
  borderCountId,
  crossingRef,
}: Ours): Record<string, unknown> {
  const { userId, sessionId } = admin.actor;
  const filter = { asOf: "2025-11-15" };
  const selection = { kind: "chosen", ids: [studentId] };
  const references = { petition: "", representative: "", powerOfAttorney: "" };
  const crossing = { direction: "exit", day: "2025-11-02", minute: "", reason: MARK };
  return {
    "academicYears.change": { id: yearId, from: "2025-09-02", to: "2026-06-30" },
    "academicYears.remove": { id: yearId },
    "assessments.overview": filter,
    "dormitories.change": { id: dormitoryId, name: "Theirs", address: "Theirs", manager: "" },
    "dormitories.remove": { id: dormitoryId },
    "registrations.add": { listId, selection },
    "registrations.create": { selection, ...filter },
    "registrations.describe": { listId, ...references },
    "registrations.discard": { listId },
    "registrations.download": { listId, format: "csv" },
    "registrations.file": { listId, fingerprint: "", ...filter, ...references },
    "registrations.get": { listId, ...filter },
    "registrations.preview": { selection, ...filter },
    "registrations.takeOff": { listId, studentIds: [studentId] },
    "imports.commit": { importId, leaveOut: true },
    "imports.decidePeople": { importId, answers: [{ identityKey: "0", choice: "new" }] },
    "imports.discard": { importId },
    "imports.checkMends": { importId },
    "imports.get": { importId },
    "imports.grid": { importId },
    "imports.gridRows": { importId, from: 0, to: null },
    "imports.groupTexts": { importId, group: { code: "missingValue", column: 1 } },
    "imports.mend": { importId, what: { kind: "leaveOut", rowNos: [2] } },
    "imports.replacePreview": {
      ...{ importId, replacement: { column: null, find: MARK, whole: false, text: "" } },
    },
    "imports.takeMendBack": { importId, what: { act: 1 } },
    "imports.decideWords": {
      importId,
      words: [{ field: "sex", word: "x", meaning: "F" }],
    },
    "imports.progress": { importId },
    "imports.questions": { importId },
    "imports.reread": { importId, kind: "roster", mapping: null },
    "imports.rows": { importId, outcomes: [] },
    "imports.undo": { importId: writtenId, agreement: "" },
    "imports.undoPreview": { importId: writtenId },
    "sessions.endOwn": { sessionId },
    "sessions.revoke": { sessionId },
    "students.comparePeople": { keptId: studentId, goneId: otherId },
    "students.leadToPerson": { studentId },
    "students.recordHistory": { studentId },
    "students.tellApart": { studentId, otherId },
    "students.takeApartBack": { studentId, otherId },
    "students.mergePeople": {
      ...{ keptId: studentId, goneId: otherId, keptSeen: 1, goneSeen: 1, reason: MARK },
    },
    "students.splitPerson": {
      ...{ studentId, studentNo: "T", lastName: "T", firstName: "T", citizenship: "KZ" },
      ...{ crossings: [crossingRef], reason: MARK },
    },
    "students.undoPersonChange": { changeId: listId },
    "students.find": { q: "S-1" },
    "students.get": { studentId, filter },
    "students.list": filter,
    "students.recordBorderCount": { studentId, statedDays: 80, statedOn: "2025-11-02" },
    "students.recordCrossing": { studentId, ...crossing },
    "students.removeBorderCount": { studentId, id: borderCountId },
    "students.setCrossingAside": { studentId, refs: [crossingRef], reason: MARK },
    "students.undoRepair": { studentId, ref: crossingRef, repair: "recorded" },
    "users.changeRole": { userId, role: "reader" },
    "users.disable": { userId },
    "users.enable": { userId },
    "users.resetPassword": { userId },
  };
}

test("nothing that a service tells a stranger is ours, and nothing of ours can a stranger change", async () => {
  const ours = await anOfficeWithEverything();
  const stranger = await newTestAccount(await newTestInstitution(), "administrator");
  const inputs = inputsFrom(ours);
  for (const service of services) {
    const input = inputs[nameOf(service)];
    if (service.service.kind === "command" && input === undefined) continue;
    const answer = await service(stranger.actor, input ?? {}).catch((error: unknown) => error);
    if (answer instanceof Error || service.service.kind === "command") {
      expect(answer, nameOf(service)).toMatchObject({ code: "notFound" });
    } else {
      const told = JSON.stringify(answer);
      expect(told, nameOf(service)).not.toContain(MARK);
      expect(told, nameOf(service)).not.toContain(ours.admin.actor.userId);
    }
  }
});

test("the same questions, asked by ourselves, find what is ours", async () => {
  const ours = await anOfficeWithEverything();
  const inputs = inputsFrom(ours);
  const found: string[] = [];
  for (const service of queries()) {
    const told = JSON.stringify(await service(ours.admin.actor, inputs[nameOf(service)] ?? {}));
    if (told.includes(MARK) || told.includes(ours.admin.actor.userId)) found.push(nameOf(service));
  }
  // These tell of dates, names of actions and ids alone; the import has no rows yet.
  const without = [
    "academicYears.list",
    "audit.vocabulary",
    "imports.gridRows",
    "imports.groupTexts",
    "imports.progress",
    "imports.questions",
    "imports.replacePreview",
    "imports.rows",
    "office.settingsEffect",
    "students.doubles",
    "students.leadToPerson",
    "students.find",
  ];
  expect([...found, ...without].sort()).toEqual(queries().map(nameOf).sort());
});
