import "server-only";
import type { Prisma } from "../generated/client";
import type { InstitutionScope, Tx } from "../in-institution";
import type { PersonImages } from "./person-rows";

export type PersonChangeKind = "merge" | "split";

/** Two records made one, or one made two. */
export type PersonChange = {
  id: string;
  kind: PersonChangeKind;
  /** The record that stayed. */
  studentId: number;
  /** merge: the one that went into it; split: the new one. */
  otherId: number;
  /** What the other record was called. */
  otherName: string;
  otherNo: string;
  /** What the record that stayed is called now. */
  mainName: string;
  mainNo: string;
  /** The change is listed as one of the record that was split off by it. */
  isNewOne: boolean;
  reason: string;
  doneAt: Date;
  doneByName: string | null;
  undoneAt: Date | null;
  undoneByName: string | null;
};

export type StoredPersonChange = {
  id: string;
  kind: PersonChangeKind;
  studentId: number;
  otherId: number;
  before: PersonImages;
  after: PersonImages;
  undoneAt: Date | null;
};

export async function keepPersonChange(
  tx: Tx,
  { institutionId }: InstitutionScope,
  change: Omit<StoredPersonChange, "id" | "undoneAt"> & { reason: string; userId: string | null },
): Promise<string> {
  const { before, after, userId, ...rest } = change;
  const { id } = await tx.personChange.create({
    data: {
      ...rest,
      institutionId,
      doneBy: userId,
      before: before as unknown as Prisma.InputJsonObject,
      after: after as unknown as Prisma.InputJsonObject,
    },
    select: { id: true },
  });
  return id;
}

/** The change with this key, locked against a second undo of it; null: there is none. */
export async function lockPersonChange(tx: Tx, id: string): Promise<StoredPersonChange | null> {
  const [row] = await tx.$queryRaw<StoredPersonChange[]>`
    select id, kind, student_id as "studentId", other_id as "otherId", before, after, undone_at as "undoneAt"
    from person_change where institution_id = current_institution() and id = ${id}::uuid for update`;
  return row ?? null;
}

/** Whether one of the two records was merged or split again afterwards, and that still holds. */
export async function changedAgain(
  tx: Tx,
  { id, studentId, otherId }: Pick<StoredPersonChange, "id" | "studentId" | "otherId">,
): Promise<boolean> {
  const pair = [studentId, otherId];
  const found = await tx.$queryRaw<unknown[]>`
    select 1 from person_change c
    where c.institution_id = current_institution() and c.undone_at is null and c.id > ${id}::uuid
      and (c.student_id = any(${pair}::int[]) or c.other_id = any(${pair}::int[])) limit 1`;
  return found.length > 0;
}

export async function markUndone(tx: Tx, id: string, userId: string | null): Promise<void> {
  await tx.personChange.update({
    where: { id },
    data: { undoneAt: new Date(), undoneBy: userId },
    select: { id: true },
  });
}

/** The changes with these keys that hold. */
export async function standingChanges(
  tx: Tx,
  ids: readonly string[],
): Promise<StoredPersonChange[]> {
  return tx.$queryRaw<StoredPersonChange[]>`
    select id, kind, student_id as "studentId", other_id as "otherId", before, after, undone_at as "undoneAt"
    from person_change where institution_id = current_institution() and undone_at is null
      and id = any(${[...ids]}::uuid[])`;
}

/** What was done to the record of this student, the newest first; what was done to records that went into it, too. */
export async function listPersonChanges(tx: Tx, studentId: number): Promise<PersonChange[]> {
  return tx.$queryRaw<PersonChange[]>`
    with recursive family(id) as (
      select ${studentId}::int
      union
      select c.other_id from family f
      join person_change c on c.institution_id = current_institution() and c.kind = 'merge'
        and c.undone_at is null and c.student_id = f.id
    )
    select c.id, c.kind, c.student_id as "studentId", c.other_id as "otherId", c.reason, c.done_at as "doneAt",
      c.undone_at as "undoneAt", d.name as "doneByName", u.name as "undoneByName",
      c.kind = 'split' and c.student_id not in (select id from family) as "isNewOne",
      o.image->>'student_no' as "otherNo",
      concat_ws(' ', coalesce(nullif(o.image->>'last_name_cyrillic', ''), o.image->>'last_name'),
        coalesce(nullif(o.image->>'first_name_cyrillic', ''), o.image->>'first_name')) as "otherName",
      coalesce(m.student_no, '') as "mainNo",
      concat_ws(' ', coalesce(nullif(m.last_name_cyrillic, ''), m.last_name),
        coalesce(nullif(m.first_name_cyrillic, ''), m.first_name)) as "mainName"
    from person_change c
    left join app_user d on d.institution_id = c.institution_id and d.id = c.done_by
    left join app_user u on u.institution_id = c.institution_id and u.id = c.undone_by
    left join lateral (
      select image from jsonb_array_elements(
        (case c.kind when 'merge' then c.before else c.after end)->'student') image
      where (image->>'id')::int = c.other_id) o on true
    left join student m on m.institution_id = c.institution_id and m.id = person_of(c.student_id)
    where c.institution_id = current_institution()
      and (c.student_id in (select id from family) or c.other_id in (select id from family))
    order by c.id desc`;
}

/** The record that this key leads to now: itself, or the one that it was merged into; null: there never was one. */
export async function personOf(tx: Tx, studentId: number): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    select id from student where institution_id = current_institution() and id = person_of(${studentId}::int)`;
  return row?.id ?? null;
}
