import { afterAll, beforeEach } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { newTestInstitution } from "@/lib/db/test-institution";
import { addTestResidents } from "@/lib/db/test-residents";
import { createDraft } from "./create-draft";
import { fileList } from "./file-list";
import { getRequestList } from "./get-request-list";

export const asOf = "2025-11-15";
export const references = { petition: "12/3", representative: "Асанова", powerOfAttorney: "7" };
export const chosen = (...ids: number[]) => ({ kind: "chosen" as const, ids });
export const idsOf = (rows: readonly { studentId: number }[]) =>
  rows.map(({ studentId }) => studentId);

/** A registrar of a new institution, and what registrars do with request lists in most tests. */
export async function newTestRegistrar() {
  const institutionId = await newTestInstitution();
  const registrar: Actor = { userId: null, institutionId, role: "registrar", locale: "ru" };
  const sheetOf = (listId: string) => getRequestList(registrar, { listId, asOf });
  return {
    registrar,
    sheetOf,
    /** Students who have all that a request needs, by their numbers. */
    residents: (...numbers: string[]) =>
      addTestResidents(
        institutionId,
        numbers.map((studentNo) => ({ studentNo })),
      ),
    draftOf: async (...ids: number[]): Promise<string> => {
      const { id } = await createDraft(registrar, { selection: chosen(...ids), asOf });
      return id;
    },
    /** Files a draft as it stands; returns the list's number. */
    file: async (listId: string): Promise<number> => {
      const { fingerprint } = await sheetOf(listId);
      const { number } = await fileList(registrar, {
        listId,
        asOf,
        fingerprint: fingerprint ?? "",
        ...references,
      });
      return number;
    },
  };
}

/** For a file of tests: before each of them a new registrar (newTestRegistrar), in what is returned. */
export function deskOfEachTest() {
  const desk = {} as Awaited<ReturnType<typeof newTestRegistrar>>;
  beforeEach(async () => {
    Object.assign(desk, await newTestRegistrar());
  });
  afterAll(closeConnections);
  return desk;
}
