import "server-only";
import type pg from "pg";
import { searchKey } from "@/lib/person-name/search-key";

type Row = { id: number; student_no: string; names: string[]; documents: string[] };

const CHUNK = 5000;

/** Makes the search keys of these students anew from their names, numbers and documents. */
export async function refreshSearchKeys(
  client: pg.PoolClient,
  studentIds: readonly number[],
): Promise<void> {
  for (let start = 0; start < studentIds.length; start += CHUNK) {
    const ids = studentIds.slice(start, start + CHUNK);
    const { rows } = await client.query<Row>(
      `select s.id, s.student_no,
         array[s.last_name, s.first_name, s.middle_name, s.last_name_cyrillic, s.first_name_cyrillic,
           s.middle_name_cyrillic] as names,
         array(select d.number from identity_document d
           where d.institution_id = s.institution_id and d.student_id = s.id order by d.id) as documents
       from student s where s.institution_id = current_institution() and s.id = any($1::int[])`,
      [ids],
    );
    const keys = rows.map(({ student_no, names, documents }) =>
      searchKey({ names, studentNo: student_no, documentNos: documents }),
    );
    await client.query(
      `update student s set search_key = k.key
       from unnest($1::int[], $2::text[]) as k(id, key)
       where s.institution_id = current_institution() and s.id = k.id`,
      [rows.map(({ id }) => id), keys],
    );
  }
}
