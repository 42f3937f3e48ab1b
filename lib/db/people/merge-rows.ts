import "server-only";
import type { Tx } from "../in-institution";

type Pair = { keptId: number; goneId: number };

/** The columns of a student that tell of the person; the kept record's own stay where it has any. */
export const PERSON_COLUMNS = [
  "last_name",
  "first_name",
  "middle_name",
  "last_name_cyrillic",
  "first_name_cyrillic",
  "middle_name_cyrillic",
  "birth_date",
  "sex",
  "citizenship",
  "iin",
  "faculty",
  "programme",
  "year",
  "study_form",
  "status",
  "housing",
  "phone",
  "email",
] as const;

const OWN = "k.institution_id = current_institution() and k.student_id = $1";
const SAME_CROSSING = `k.day = g.day and k.direction = g.direction and k.minute is not distinct from g.minute`;
const SAME_GROUND = "k.kind = g.kind and k.number = g.number and k.valid_from = g.valid_from";
const SAME_COUNT = `k.stated_on = g.stated_on and k.stated_days = g.stated_days and k.paper = g.paper
  and k.paper_no = g.paper_no`;

/** A crossing that both have is one: what the kept record does not know of it, it learns. $1 kept, $2 gone. */
const LEARN_CROSSINGS = `
  update crossing k set
    checkpoint = coalesce(nullif(k.checkpoint, ''), g.checkpoint),
    document_no = coalesce(nullif(k.document_no, ''), g.document_no),
    import_row = case when k.import_id is null then g.import_row else k.import_row end,
    import_id = coalesce(k.import_id, g.import_id)
  from crossing g
  where ${OWN} and g.institution_id = current_institution() and g.student_id = $2 and ${SAME_CROSSING}`;

const moveOthers = (table: string, same: string) => `
  update ${table} g set student_id = $1
  where g.institution_id = current_institution() and g.student_id = $2
    and not exists (select from ${table} k where ${OWN} and ${same})`;

const LEARN_STUDENT = `
  update student k set ${PERSON_COLUMNS.map((column) =>
    column === "birth_date"
      ? `${column} = coalesce(k.${column}, g.${column})`
      : `${column} = coalesce(nullif(k.${column}, ''), g.${column})`,
  ).join(", ")}, updated_at = now()
  from student g
  where k.institution_id = current_institution() and k.id = $1 and g.institution_id = current_institution() and g.id = $2`;

const NUMBER_BECOMES_FORMER = `
  insert into former_number (institution_id, student_no, student_id)
  select institution_id, student_no, $1 from student where institution_id = current_institution() and id = $2`;

const OFF_DRAFTS = `
  delete from request_list_row g using request_list l
  where g.institution_id = current_institution() and g.student_id = $2
    and l.institution_id = g.institution_id and l.id = g.request_list_id and l.state = 'draft'
    and exists (select from request_list_row k where ${OWN} and k.request_list_id = g.request_list_id)`;

const ON_DRAFTS = `
  update request_list_row g set student_id = $1 from request_list l
  where g.institution_id = current_institution() and g.student_id = $2
    and l.institution_id = g.institution_id and l.id = g.request_list_id and l.state = 'draft'`;

/** What is left hangs on the row and goes with it: what both had, and what is derived. */
const REMOVE =
  "delete from student where institution_id = current_institution() and id = $2 and $1 <> $2";

const STATEMENTS = [
  LEARN_CROSSINGS,
  moveOthers("crossing", SAME_CROSSING),
  moveOthers("ground", SAME_GROUND),
  moveOthers("border_count", SAME_COUNT),
  moveOthers("identity_document", "false"),
  moveOthers("residence", "true"),
  moveOthers("former_number", "false"),
  OFF_DRAFTS,
  ON_DRAFTS,
  LEARN_STUDENT,
  NUMBER_BECOMES_FORMER,
  REMOVE,
];

/** Makes the kept record and the other one: everything moves, what both have stays once, the other record goes. */
export async function mergeRows(tx: Tx, { keptId, goneId }: Pair): Promise<void> {
  for (const statement of STATEMENTS) await tx.$executeRawUnsafe(statement, keptId, goneId);
}

/** How many rows of two students are the same in both. */
export async function countShared(
  tx: Tx,
  { keptId, goneId }: Pair,
): Promise<{ crossings: number; grounds: number; groundsThatDiffer: number }> {
  const [row] = await tx.$queryRawUnsafe<
    { crossings: number; grounds: number; groundsThatDiffer: number }[]
  >(
    `select
      (select count(*)::int from crossing k join crossing g on g.institution_id = k.institution_id
        and g.student_id = $2 and ${SAME_CROSSING} where ${OWN}) as crossings,
      (select count(*)::int from ground k join ground g on g.institution_id = k.institution_id
        and g.student_id = $2 and ${SAME_GROUND} where ${OWN}) as grounds,
      (select count(*)::int from ground k join ground g on g.institution_id = k.institution_id
        and g.student_id = $2 and ${SAME_GROUND}
        where ${OWN} and (k.valid_to, k.address, k.status, k.visa_type) is distinct from (g.valid_to, g.address, g.status, g.visa_type)
      ) as "groundsThatDiffer"`,
    keptId,
    goneId,
  );
  return row ?? { crossings: 0, grounds: 0, groundsThatDiffer: 0 };
}
