import "server-only";
import { Prisma } from "./generated/client";
import type { Tx } from "./in-institution";

/** A student as a list of names has them. */
export type NamedStudent = {
  studentId: number;
  studentNo: string;
  /** Surname and given names in Latin, as in the document. */
  nameLatin: string;
  /** The same in Cyrillic; empty where the roster has none. */
  nameCyrillic: string;
};

/** What the desk sorts names by; `s` is the student. */
export const NAME = Prisma.sql`(coalesce(nullif(s.last_name_cyrillic, ''), s.last_name) || ' '
  || coalesce(nullif(s.first_name_cyrillic, ''), s.first_name)) collate "ru-x-icu"`;

/** The first of these students by name, at most `limit`. */
export async function firstByName(
  tx: Tx,
  studentIds: readonly number[],
  limit: number,
): Promise<NamedStudent[]> {
  return tx.$queryRaw<NamedStudent[]>(Prisma.sql`
    select s.id as "studentId", s.student_no as "studentNo",
      concat_ws(' ', s.last_name, s.first_name) as "nameLatin",
      trim(s.last_name_cyrillic || ' ' || s.first_name_cyrillic) as "nameCyrillic"
    from student s
    where s.institution_id = current_setting('sanak.institution')::uuid
      and s.id = any(${[...studentIds]}::int[])
    order by ${NAME}, s.id limit ${limit}`);
}
