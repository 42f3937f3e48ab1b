import "server-only";
import { Prisma } from "../generated/client";
import type { InstitutionScope, Tx } from "../in-institution";

/**
 * What is said of a row: it is a student, someone new, the same person as another row of the file; or it stays out, this once or
 * in later files too.
 */
export const PERSON_CHOICES = [
  "student",
  "new",
  "sameAsRow",
  "leaveOut",
  "leaveOutAlways",
] as const;
export type PersonChoice = (typeof PERSON_CHOICES)[number];

/** Why a student may be meant: what of the row is the student's. */
export type CandidateReason =
  | "iin"
  | "number"
  | "document"
  | "name"
  /** The name; the row has no birth date. */
  | "nameAlone"
  /** The name; our record has no birth date. */
  | "nameUndated"
  /** The name; neither has one. */
  | "nameBare"
  /** The name but for a letter or two. */
  | "nameLike";

/** What a row says of the person; empty text: nothing. */
export type SaidPerson = {
  studentNo: string;
  lastName: string;
  firstName: string;
  middleName: string;
  lastNameCyrillic: string;
  firstNameCyrillic: string;
  middleNameCyrillic: string;
  /** YYYY-MM-DD. */
  birthDate: string;
  citizenship: string;
  iin: string;
  documentNo: string;
  faculty: string;
};

export type StoredQuestion = {
  identityKey: string;
  rowNo: number;
  rows: number;
  /** The numbers of all these rows; the first hundred where they are more. */
  rowNos: number[];
  said: SaidPerson;
  /** The likeliest first. */
  candidates: { studentId: number; reasons: CandidateReason[] }[];
  /** How many others may be meant, who are not offered. */
  more: number;
  /**
   * Another row of the file that may be about the same person: one that would add a student as well, or (`studentId`) the
   * own row of a candidate, to whom this one cannot belong too.
   */
  twin: { rowNo: number; said: SaidPerson; studentId: number | null } | null;
  /** What was said of it in this import; null: nothing yet. */
  choice: PersonChoice | null;
  chosenId: number | null;
  /** What was said in an earlier import and holds here; null: nothing. */
  remembered: RememberedAnswer | null;
};

export type RememberedAnswer = {
  choice: PersonChoice;
  /** Which student that is now; null: none. */
  studentNo: string | null;
  importId: string;
  fileName: string;
};

/** Questions of an import in the file's order, after a row number; those that an earlier answer settles, or the others. */
export async function listQuestions(
  tx: Tx,
  importId: string,
  page: { after: number; limit: number; remembered: boolean },
): Promise<StoredQuestion[]> {
  return tx.$queryRaw<StoredQuestion[]>`
    select q.identity_key as "identityKey", q.row_no as "rowNo", q.rows, q.row_nos as "rowNos", q.said, q.candidates, q.more, q.twin,
      d.choice, d.student_id as "chosenId", (
        select jsonb_build_object('choice', e.choice, 'studentNo', s.student_no, 'importId', i.id, 'fileName', i.file_name)
        from person_decision e
        join import i on i.institution_id = e.institution_id and i.id = e.import_id
        left join student s on s.institution_id = e.institution_id and s.id = (q.remembered->>'studentId')::int
        where e.institution_id = q.institution_id and e.import_id = (q.remembered->>'importId')::uuid
          and e.identity_key = coalesce(q.remembered->>'identityKey', q.identity_key)
      ) as remembered
    from person_question q
    left join person_decision d on d.institution_id = q.institution_id and d.import_id = q.import_id
      and d.identity_key = q.identity_key
    where q.institution_id = current_institution() and q.import_id = ${importId}::uuid and q.row_no > ${page.after}::int
      and (q.remembered is not null) = ${page.remembered}
    order by q.row_no limit ${page.limit}::int`;
}

/** What makes a candidate of one whose numbers the row does not name. */
const BY_NAME = ["name", "nameAlone", "nameUndated", "nameBare"];

/** Whether one student alone may be meant, by the name: such a row can be confirmed with others, at a glance. */
export function isLikely(candidates: StoredQuestion["candidates"]): boolean {
  return (
    candidates.length === 1 &&
    candidates.every(({ reasons }) => reasons.every((reason) => BY_NAME.includes(reason)))
  );
}

/** Whether a row can only be somebody new or the same person as an earlier row that would add a student: of many such it can be said at once that all are different people. */
export const isNamesake = ({ candidates, twin }: Offered): boolean =>
  candidates.length === 0 && twin !== null && twin.studentId === null;

const IS_LIKELY = Prisma.sql`q.twin is null and jsonb_array_length(q.candidates) = 1
  and (q.candidates->0->'reasons') <@ ${JSON.stringify(BY_NAME)}::jsonb`;
const IS_NAMESAKE = Prisma.sql`jsonb_array_length(q.candidates) = 0 and q.twin is not null and q.twin->>'studentId' is null`;

/** Open questions, the first of them, and how many there are. */
export type Listed = { listed: StoredQuestion[]; total: number };

/** The open questions of an import that can be confirmed many at once (isLikely). */
export const listLikely = (tx: Tx, importId: string, limit: number): Promise<Listed> =>
  listOpen(tx, importId, limit, IS_LIKELY);

/** The open questions of an import of which it can be said at once that all are different people (isNamesake). */
export const listNamesakes = (tx: Tx, importId: string, limit: number): Promise<Listed> =>
  listOpen(tx, importId, limit, IS_NAMESAKE);

async function listOpen(
  tx: Tx,
  importId: string,
  limit: number,
  which: Prisma.Sql,
): Promise<Listed> {
  const rows = await tx.$queryRaw<(StoredQuestion & { total: number })[]>`
    select q.identity_key as "identityKey", q.row_no as "rowNo", q.rows, q.row_nos as "rowNos", q.said, q.candidates, q.more, q.twin,
      null as choice, null::int as "chosenId", null as remembered, count(*) over ()::int as total
    from person_question q
    where q.institution_id = current_institution() and q.import_id = ${importId}::uuid
      and ${which}
      and exists (select from import_row r where r.institution_id = q.institution_id and r.import_id = q.import_id
        and q.row_no between r.first_row and r.last_row and r.row_no = q.row_no and r.outcome = 'toConfirm')
    order by q.row_no limit ${limit}::int`;
  return { listed: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** The number of the row with the first question that nobody has answered; null: there is none. */
export async function firstOpen(tx: Tx, importId: string): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ rowNo: number | null }[]>`
    select min(q.row_no) as "rowNo"
    from person_question q
    where q.institution_id = current_institution() and q.import_id = ${importId}::uuid and q.remembered is null
      and not exists (select from person_decision d where d.institution_id = q.institution_id
        and d.import_id = q.import_id and d.identity_key = q.identity_key)`;
  return row?.rowNo ?? null;
}

export type QuestionCounts = { all: number; answered: number; remembered: number };

/** How many questions an import has, how many of them have an answer of its own, and how many more an earlier answer settles. */
export async function countQuestions(tx: Tx, importId: string): Promise<QuestionCounts> {
  const [row] = await tx.$queryRaw<QuestionCounts[]>`
    select count(*) filter (where q.remembered is null)::int as all, count(d.identity_key)::int as answered,
      count(q.remembered)::int as remembered
    from person_question q
    left join person_decision d on d.institution_id = q.institution_id and d.import_id = q.import_id
      and d.identity_key = q.identity_key
    where q.institution_id = current_institution() and q.import_id = ${importId}::uuid`;
  return row ?? { all: 0, answered: 0, remembered: 0 };
}

export type Answer = { identityKey: string; choice: PersonChoice; studentId: number | null };

export type Offered = Pick<StoredQuestion, "candidates" | "twin">;

/** Which of these questions an import has, with the students who may be meant. */
export async function findQuestions(
  tx: Tx,
  importId: string,
  identityKeys: readonly string[],
): Promise<Map<string, Offered>> {
  const rows = await tx.$queryRaw<(Offered & { identityKey: string })[]>`
    select q.identity_key as "identityKey", q.candidates, q.twin
    from person_question q
    where q.institution_id = current_institution() and q.import_id = ${importId}::uuid
      and q.identity_key = any(${[...identityKeys]}::text[])`;
  return new Map(rows.map(({ identityKey, ...offered }) => [identityKey, offered]));
}

/** Keeps what a person said; said again, the later holds. */
export async function keepAnswers(
  tx: Tx,
  { institutionId }: InstitutionScope,
  importId: string,
  answers: readonly Answer[],
  userId: string | null,
): Promise<void> {
  for (const { identityKey, ...answer } of answers) {
    const said = { ...answer, decidedBy: userId, decidedAt: new Date() };
    await tx.personDecision.upsert({
      where: { institutionId_importId_identityKey: { institutionId, importId, identityKey } },
      create: { institutionId, importId, identityKey, ...said },
      update: said,
    });
  }
}
