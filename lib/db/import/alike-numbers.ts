import "server-only";
import { LOOK_ALIKES } from "@/lib/person-name/document-no";
import type { BulkClient } from "../in-institution";
import type { ImportRecord } from "./import-words";

/** A number with Latin letters for the Cyrillic ones that look like them, as SQL. */
const latin = (number: string) =>
  `translate(${number}, '${LOOK_ALIKES.cyrillic}${LOOK_ALIKES.cyrillic.toLowerCase()}', '${LOOK_ALIKES.latin}${LOOK_ALIKES.latin.toLowerCase()}')`;

/** Student numbers of the file that nobody has, each with the one that looks the same; those that may be several students' are left out. */
const ALIKE = `
  create temporary table alike_number on commit drop as
  with unknown as (
    select distinct f.student_no from file_row f
    where f.fine and f.student_no <> ''
      and not exists (select from student s
        where s.institution_id = current_institution() and s.student_no = f.student_no)
      and not exists (select from former_number n
        where n.institution_id = current_institution() and n.student_no = f.student_no)
  ),
  held as (
    select id, student_no from student where institution_id = current_institution()
    union all
    select student_id, student_no from former_number where institution_id = current_institution()
  )
  select u.student_no, min(h.student_no) as known
  from unknown u join held h on ${latin("h.student_no")} = ${latin("u.student_no")}
  group by 1 having count(distinct h.id) = 1`;

/** $1: the column of the numbers, 0-based; null: several make them. */
const READ_SO = `
  update file_row f set student_no = a.known,
    issues = jsonb_build_array(jsonb_build_object('code', 'numberLooksAlike', 'field', 'student_no', 'column', $1::int,
      'value', '', 'params', jsonb_build_object('student', a.known))) || coalesce(f.issues, '[]')
  from alike_number a where f.fine and f.student_no = a.student_no`;

/**
 * Before the rows of a file are compared: a student number that nobody has, and that looks like one student's but for
 * letters of another alphabet (Т3-006 for T3-006), is read as that one, and told.
 */
export async function findAlikeNumbers(
  client: BulkClient,
  { mapping }: Pick<ImportRecord, "mapping">,
): Promise<void> {
  const column = mapping?.indexOf("student_no") ?? -1;
  if (mapping !== null && column < 0) return;
  const { rowCount } = await client.query(ALIKE);
  if (rowCount === 0) return;
  await client.query(READ_SO, [column < 0 ? null : column]);
}
