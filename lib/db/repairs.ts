import "server-only";
import type { Day } from "@/lib/civil-date/day";
import type { Direction } from "@/lib/compliance/facts";
import { columnFromDay } from "./day-column";
import type { InstitutionScope, Tx } from "./in-institution";

/** A crossing as a person of the office enters it. */
export type EnteredCrossing = {
  direction: Direction;
  day: Day;
  /** Minute of the day; null: not known. */
  minute: number | null;
  reason: string;
};

/**
 * Keeps imports out until the transaction ends, and has repairs of this student wait for each other; those of
 * other students go on. False where an import is writing just now.
 */
export async function lockForRepair(tx: Tx, studentId: number): Promise<boolean> {
  const [lock] = await tx.$queryRaw<{ free: boolean }[]>`
    select pg_try_advisory_xact_lock_shared(
      hashtextextended('import:' || current_institution()::text, 0)) as free`;
  if (lock?.free !== true) return false;
  await tx.$queryRaw`select from student where id = ${studentId} for no key update`;
  return true;
}

/**
 * Whether the crossing entered is there already: `known` where one of that day and direction counts that has the
 * same minute, or where one of the two has none; `setAside` where the very same one does not count any more,
 * `leftover` where its import was taken back besides.
 */
export async function findSameCrossing(
  tx: Tx,
  studentId: number,
  { day, direction, minute }: EnteredCrossing,
): Promise<"known" | "setAside" | "leftover" | null> {
  const rows = await tx.crossing.findMany({
    where: {
      studentId,
      day: columnFromDay(day),
      direction,
      ...(minute !== null && { OR: [{ minute }, { minute: null }] }),
    },
    select: { minute: true, setAsideAt: true, recordedAt: true, importId: true },
  });
  if (rows.some(({ setAsideAt }) => setAsideAt === null)) return "known";
  const same = rows.find((row) => row.minute === minute);
  if (same === undefined) return null;
  return same.recordedAt === null && (await isUndone(tx, same.importId)) ? "leftover" : "setAside";
}

/** Enters a crossing by hand; returns its ref. */
export async function insertCrossing(
  tx: Tx,
  { institutionId }: InstitutionScope,
  studentId: number,
  { day, direction, minute, reason, userId }: EnteredCrossing & { userId: string | null },
): Promise<string> {
  const { id } = await tx.crossing.create({
    data: {
      institutionId,
      studentId,
      day: columnFromDay(day),
      minute,
      direction,
      recordedAt: new Date(),
      recordedBy: userId,
      recordedReason: reason,
    },
    select: { id: true },
  });
  return id.toString();
}

async function isUndone(tx: Tx, importId: string | null): Promise<boolean> {
  if (importId === null) return false;
  return (await tx.import.count({ where: { id: importId, state: "undone" } })) > 0;
}

/** What a repair can be done to. */
export type RepairableCrossing = {
  id: bigint;
  recorded: boolean;
  /** A log holds it. */
  imported: boolean;
  setAside: boolean;
  /** Set aside, and its import was taken back. */
  leftover: boolean;
};

/** The crossing of the student with this ref; null: there is none. */
export async function findRepairable(
  tx: Tx,
  studentId: number,
  ref: string,
): Promise<RepairableCrossing | null> {
  const row = await tx.crossing.findFirst({
    where: { id: BigInt(ref), studentId },
    select: { id: true, recordedAt: true, importId: true, setAsideAt: true },
  });
  if (row === null) return null;
  const setAside = row.setAsideAt !== null;
  return {
    id: row.id,
    recorded: row.recordedAt !== null,
    imported: row.importId !== null,
    setAside,
    leftover: setAside && row.recordedAt === null && (await isUndone(tx, row.importId)),
  };
}

/** Sets a crossing aside, or, with null, takes that back. */
export async function setAside(
  tx: Tx,
  id: bigint,
  aside: { userId: string | null; reason: string } | null,
): Promise<void> {
  await tx.crossing.update({
    where: { id },
    data: {
      setAsideAt: aside === null ? null : new Date(),
      setAsideBy: aside?.userId ?? null,
      setAsideReason: aside?.reason ?? "",
    },
    select: { id: true },
  });
}

/** Removes a crossing that the office alone knows of. */
export async function deleteCrossing(tx: Tx, id: bigint): Promise<void> {
  await tx.crossing.delete({ where: { id }, select: { id: true } });
}
