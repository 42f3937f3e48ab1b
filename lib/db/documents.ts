import "server-only";
import type { Day } from "@/lib/civil-date/day";
import { dayFromColumn } from "./day-column";
import type { Tx } from "./in-institution";

/** A passport or an ID card. */
export type DocumentRecord = { id: number; type: string; number: string; expires: Day | null };

/** All documents of a student, the one that lasts longest first. */
export async function listDocuments(tx: Tx, studentId: number): Promise<DocumentRecord[]> {
  const rows = await tx.identityDocument.findMany({
    where: { studentId },
    select: { id: true, type: true, number: true, expires: true },
    orderBy: [{ expires: { sort: "desc", nulls: "last" } }, { id: "asc" }],
  });
  return rows.map(({ expires, ...document }) => ({
    ...document,
    expires: expires === null ? null : dayFromColumn(expires),
  }));
}

/** Whose document has this folded number (see lib/person-name/document-no); null: nobody's here. */
export async function studentOfDocument(tx: Tx, numberFolded: string): Promise<number | null> {
  const row = await tx.identityDocument.findFirst({
    where: { numberFolded },
    select: { studentId: true },
  });
  return row?.studentId ?? null;
}
