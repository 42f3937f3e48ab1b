import { beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { addTestResidents } from "@/lib/db/test-residents";
import { createDraft } from "../registrations/create-draft";
import { getRequestList } from "../registrations/get-request-list";
import { filesOf, listsOfEachTest } from "./test-dormitory-office";

// Each file is read, compared and written on a real database.
vi.setConfig({ testTimeout: 60_000 });

const { office } = listsOfEachTest();
const roster = filesOf("roster", () => office.admin);
const log = filesOf("crossings", () => office.admin);

let admin: Actor;
beforeEach(() => {
  admin = office.admin;
});

const ROSTER = "student_no,last_name,first_name,citizenship,document_no\n";

test("a document number is recorded as it is told to be read: Latin letters, no sign before it, no spaces", async () => {
  await roster.load(
    `${ROSTER}S-4,NUROV,ALI,RU,N О1234567\nS-5,OSHEV,TIMUR,RU,№ N7654321\nS-6,ISHEV,TIMUR,RU,ӨЖ-77\n`,
  );
  await log.load("document_no,direction,at\nN О1234567,entry,2025-11-01\n");
  const documents = await inInstitution(admin, (tx) =>
    tx.identityDocument.findMany({
      where: { student: { studentNo: { in: ["S-4", "S-5", "S-6"] } } },
      orderBy: { student: { studentNo: "asc" } },
    }),
  );
  expect(documents.map(({ number }) => number)).toEqual(["NO1234567", "N7654321", "ӨЖ-77"]);
  const crossings = await inInstitution(admin, (tx) =>
    tx.crossing.findMany({ where: { student: { studentNo: "S-4" } } }),
  );
  expect(crossings.map(({ documentNo }) => documentNo)).toEqual(["NO1234567"]);
});

test("what was recorded otherwise before is filed so all the same", async () => {
  const institutionId = await newTestInstitution();
  const registrar: Actor = { userId: null, institutionId, role: "registrar", locale: "ru" };
  const ids = await addTestResidents(institutionId, [
    { studentNo: "S-1", documentNo: "№ N О1234567" },
  ]);
  const asOf = "2025-11-15";
  const draft = await createDraft(registrar, { selection: { kind: "chosen", ids }, asOf });
  const { included } = await getRequestList(registrar, { listId: draft.id, asOf });
  expect(included.map(({ fields }) => fields.documentNo)).toEqual(["NO1234567"]);
});
