import "server-only";
import type { InstitutionScope, Tx } from "../in-institution";

export const PERSON_CHOICES = ["student", "new", "leaveOut"] as const;
export type PersonChoice = (typeof PERSON_CHOICES)[number];

/** Why a student may be meant: what of the row is the student's. */
export type CandidateReason = "iin" | "number" | "document" | "name" | "nameAlone";

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
  said: SaidPerson;
  candidates: { studentId: number; reasons: CandidateReason[] }[];
  /** What was said of it in this import; null: nothing yet. */
  choice: PersonChoice | null;
  chosenId: number | null;
};

/** Questions of an import in the file's order, after a row number: those without an answer first come first. */
export async function listQuestions(
  tx: Tx,
  importId: string,
  page: { after: number; limit: number },
): Promise<StoredQuestion[]> {
  return tx.$queryRaw<StoredQuestion[]>`
    select q.identity_key as "identityKey", q.row_no as "rowNo", q.rows, q.said, q.candidates,
      d.choice, d.student_id as "chosenId"
    from person_question q
    left join person_decision d on d.institution_id = q.institution_id and d.import_id = q.import_id
      and d.identity_key = q.identity_key
    where q.institution_id = current_institution() and q.import_id = ${importId}::uuid and q.row_no > ${page.after}::int
    order by q.row_no limit ${page.limit}::int`;
}

/** How many questions an import has, and how many of them have an answer of its own. */
export async function countQuestions(
  tx: Tx,
  importId: string,
): Promise<{ all: number; answered: number }> {
  const [row] = await tx.$queryRaw<{ all: number; answered: number }[]>`
    select count(*)::int as all, count(d.identity_key)::int as answered
    from person_question q
    left join person_decision d on d.institution_id = q.institution_id and d.import_id = q.import_id
      and d.identity_key = q.identity_key
    where q.institution_id = current_institution() and q.import_id = ${importId}::uuid`;
  return row ?? { all: 0, answered: 0 };
}

export type Answer = { identityKey: string; choice: PersonChoice; studentId: number | null };

/** Which of these questions an import has, with the students who may be meant. */
export async function findQuestions(
  tx: Tx,
  importId: string,
  identityKeys: readonly string[],
): Promise<Map<string, StoredQuestion["candidates"]>> {
  const rows = await tx.personQuestion.findMany({
    where: { importId, identityKey: { in: [...identityKeys] } },
    select: { identityKey: true, candidates: true },
  });
  return new Map(
    rows.map(({ identityKey, candidates }) => [
      identityKey,
      candidates as unknown as StoredQuestion["candidates"],
    ]),
  );
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
