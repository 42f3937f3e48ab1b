import "server-only";
import type { Day } from "@/lib/civil-date/day";
import type { GroundKind, GroundStatus } from "@/lib/compliance/facts";
import { dayFromColumn } from "./day-column";
import type { Tx } from "./in-institution";

/** A ground of stay as the office keeps it. Both days belong to it; `to` null: no end. */
export type GroundRecord = {
  /** The engine's ref. */
  ref: string;
  kind: GroundKind;
  status: GroundStatus;
  number: string;
  from: Day;
  to: Day | null;
  address: string;
  /** "": another ground, or not known. */
  visaType: string;
  importId: string | null;
  importRow: number | null;
};

/** All grounds of a student, granted or not, by their first day. */
export async function listGrounds(tx: Tx, studentId: number): Promise<GroundRecord[]> {
  const rows = await tx.ground.findMany({
    where: { studentId },
    orderBy: [{ validFrom: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    ref: String(row.id),
    kind: row.kind as GroundKind,
    status: row.status as GroundStatus,
    number: row.number,
    from: dayFromColumn(row.validFrom),
    to: row.validTo === null ? null : dayFromColumn(row.validTo),
    address: row.address,
    visaType: row.visaType,
    importId: row.importId,
    importRow: row.importRow,
  }));
}
