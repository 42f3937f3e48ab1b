import { afterAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { addTestResidents } from "@/lib/db/test-residents";
import { createDraft } from "./create-draft";
import { fileList } from "./file-list";
import { getRequestList } from "./get-request-list";

const asOf = "2025-11-15";
const references = { petition: "", representative: "", powerOfAttorney: "" };

afterAll(closeConnections);

/** A resident with all papers, and one of whom only the roster says where they live. */
async function twoResidents() {
  const institutionId = await newTestInstitution();
  const registrar: Actor = { userId: null, institutionId, role: "registrar", locale: "ru" };
  const ids = await addTestResidents(institutionId, [{ studentNo: "S-1" }, { studentNo: "S-2" }]);
  const [complete = 0, stated = 0] = ids;
  await inInstitution(registrar, async (tx) => {
    await tx.residence.delete({ where: { studentId: stated } });
    await tx.student.update({
      where: { id: stated },
      data: { housing: "г. Бишкек, ул. Киевская, 18" },
    });
  });
  const draft = await createDraft(registrar, { selection: { kind: "chosen", ids }, asOf });
  const sheet = await getRequestList(registrar, { listId: draft.id, asOf });
  const file = (papersAtHand: boolean) =>
    fileList(registrar, {
      listId: draft.id,
      asOf,
      fingerprint: sheet.fingerprint ?? "",
      papersAtHand,
      ...references,
    });
  const filed = () => getRequestList(registrar, { listId: draft.id });
  return { complete, stated, sheet, file, filed };
}

test("the address that the roster states is known; the papers that nobody recorded are missing", async () => {
  const { complete, sheet } = await twoResidents();
  expect(sheet.included.map(({ studentId }) => studentId)).toEqual([complete]);
  expect(sheet.lackingPapers).toBe(1);
  const [left] = sheet.leftOut;
  expect(left?.fields).toMatchObject({ route: "address", address: "г. Бишкек, ул. Киевская, 18" });
  expect(left?.obstacles).toContainEqual({ kind: "paperMissing", paper: "consentNumber" });
  expect(left?.obstacles).not.toContainEqual({ kind: "paperMissing", paper: "address" });
});

test("whoever lacks only recorded papers stays out unless the office says that it has them", async () => {
  const { complete, file, filed } = await twoResidents();
  await file(false);
  const list = await filed();
  expect(list.included.map(({ studentId }) => studentId)).toEqual([complete]);
  expect(list.list.papersAtHand).toBe(false);
});

test("with the papers at hand both go in, what is not recorded stays empty, and the list says so", async () => {
  const { complete, stated, file, filed } = await twoResidents();
  await file(true);
  const { list, included, leftOut, intact } = await filed();
  expect(included.map(({ studentId }) => studentId)).toEqual([complete, stated]);
  expect(leftOut).toEqual([]);
  expect(included[1]?.fields.consentNumber).toBe("");
  expect(list.papersAtHand).toBe(true);
  expect(intact).toBe(true);
});
