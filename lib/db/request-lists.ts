import "server-only";
import type { Day } from "@/lib/civil-date/day";
import { columnFromDay, dayFromColumn } from "./day-column";
import { Prisma } from "./generated/client";
import type { InstitutionScope, Tx } from "./in-institution";

/** What the office writes on a list besides its students; empty text: not known. */
export type RequestListReferences = {
  petition: string;
  representative: string;
  powerOfAttorney: string;
};

/** A list of students to register. */
export type RequestListRecord = RequestListReferences & {
  id: string;
  /** Counted from 1 within the institution; null while it is a draft. */
  number: number | null;
  state: "draft" | "filed";
  /** The day on which it was filed for; of a draft, the day on which it was begun. */
  asOf: Day;
  regimeVersion: string;
  /** The office's answers to the open questions as they were; null: filed before they were kept, or a draft. */
  settings: Record<string, unknown> | null;
  contentHash: string;
  /** Filed with students whose papers the program does not hold: the office said that it has them. */
  papersAtHand: boolean;
  createdAt: Date;
  /** null: the system, or a user who is no more. */
  createdByName: string | null;
  filedAt: Date | null;
  filedByName: string | null;
};

/** With its counts: rows that go in (all, of a draft) and rows that were left out of a filed one. */
export type ListedRequestList = RequestListRecord & { students: number; leftOut: number };

type Row = Omit<RequestListRecord, "asOf"> & { asOf: Date };

const COLUMNS = Prisma.sql`l.id, l.number, l.state, l.as_of as "asOf", l.petition, l.representative,
  l.power_of_attorney as "powerOfAttorney", l.regime_version as "regimeVersion", l.settings,
  l.content_hash as "contentHash", l.papers_at_hand as "papersAtHand", l.created_at as "createdAt", c.name as "createdByName",
  l.filed_at as "filedAt", f.name as "filedByName"`;

const TABLES = Prisma.sql`request_list l
  left join app_user c on c.institution_id = l.institution_id and c.id = l.created_by
  left join app_user f on f.institution_id = l.institution_id and f.id = l.filed_by`;

function toRecord<R extends Row>(row: R): Omit<R, "asOf"> & { asOf: Day } {
  return { ...row, asOf: dayFromColumn(row.asOf) };
}

/** All lists of the institution: drafts first, newest first, then the filed by number, latest first. */
export async function listRequestLists(tx: Tx): Promise<ListedRequestList[]> {
  const rows = await tx.$queryRaw<(Row & { students: number; leftOut: number })[]>(Prisma.sql`
    select ${COLUMNS}, n.students, n."leftOut"
    from ${TABLES}
    cross join lateral (
      select (count(*) filter (where r.obstacles = '[]'))::int as students,
        (count(*) filter (where r.obstacles <> '[]'))::int as "leftOut"
      from request_list_row r
      where r.institution_id = l.institution_id and r.request_list_id = l.id
    ) n
    order by l.number desc nulls first, l.created_at desc, l.id desc`);
  return rows.map((row) => toRecord(row));
}

/** The list with this id, or null: there is none in the institution. */
export async function findRequestList(tx: Tx, id: string): Promise<RequestListRecord | null> {
  const [row] = await tx.$queryRaw<Row[]>(
    Prisma.sql`select ${COLUMNS} from ${TABLES} where l.id = ${id}::uuid`,
  );
  return row === undefined ? null : toRecord(row);
}

/** Which state the list is in; nobody else changes it until the transaction ends. null: there is none. */
export async function lockRequestList(
  tx: Tx,
  id: string,
): Promise<RequestListRecord["state"] | null> {
  const [row] = await tx.$queryRaw<{ state: RequestListRecord["state"] }[]>`
    select state from request_list where id = ${id}::uuid for update`;
  return row?.state ?? null;
}

/** A new, empty draft; returns its id. */
export async function insertDraft(
  tx: Tx,
  { institutionId }: InstitutionScope,
  { asOf, createdBy }: { asOf: Day; createdBy: string | null },
): Promise<string> {
  const { id } = await tx.requestList.create({
    data: { institutionId, state: "draft", asOf: columnFromDay(asOf), createdBy },
    select: { id: true },
  });
  return id;
}

export async function saveReferences(
  tx: Tx,
  id: string,
  references: RequestListReferences,
): Promise<void> {
  await tx.requestList.update({ where: { id }, data: references, select: { id: true } });
}

/** Removes a draft with its rows. The database refuses it for a filed list. */
export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.requestList.delete({ where: { id }, select: { id: true } });
}

/**
 * The number that comes after the last one filed. Nobody else in the institution gets one until the
 * transaction ends, so that numbers have no gaps and none is given twice.
 */
export async function nextListNumber(tx: Tx, { institutionId }: InstitutionScope): Promise<number> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`request list numbers of ${institutionId}`}, 0))`;
  const [row] = await tx.$queryRaw<{ next: number }[]>`
    select coalesce(max(number), 0) + 1 as next from request_list`;
  return row?.next ?? 1;
}

/** What is fixed of a list when it is filed. */
export type FiledAs = {
  number: number;
  asOf: Day;
  regimeVersion: string;
  settings: Record<string, unknown>;
  contentHash: string;
  papersAtHand: boolean;
  filedBy: string | null;
};

/** Makes a filed list of a draft whose rows are written already; from then on the database keeps both. */
export async function markFiled(
  tx: Tx,
  id: string,
  { asOf, settings, ...filed }: FiledAs,
): Promise<void> {
  await tx.requestList.update({
    where: { id },
    data: {
      ...filed,
      settings: settings as Prisma.InputJsonObject,
      state: "filed",
      asOf: columnFromDay(asOf),
      filedAt: new Date(),
    },
    select: { id: true },
  });
}
