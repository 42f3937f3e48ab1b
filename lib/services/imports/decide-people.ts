import "server-only";
import { z } from "zod";
import type { ImportKind } from "@/lib/db/import/import-words";
import { findImport, moveImport } from "@/lib/db/import/imports";
import {
  type Answer,
  countQuestions,
  findQuestions,
  firstOpen,
  isLikely,
  isNamesake,
  keepAnswers,
  listLikely,
  listNamesakes,
  listQuestions,
  type Offered,
  PERSON_CHOICES,
  type StoredQuestion,
} from "@/lib/db/import/questions";
import type { Tx } from "@/lib/db/in-institution";
import { type FormerName, listFormerNames } from "@/lib/db/people/former-names";
import { type PersonSide, readSide } from "@/lib/db/people/people";
import { findStudents, type StudentRecord } from "@/lib/db/student-record";
import { enqueue } from "@/lib/jobs/queue";
import { AppError } from "../app-error";
import { defineCommand, defineQuery } from "../define-service";
import { formerNameMeant } from "./name-meant";

/** Questions on one page: few, since each is read by a person. */
const PAGE = 20;
/** Rows that are confirmed at once: as many as can be looked through. */
const LIKELY = 100;

/** Why a student may be meant; `formerName`: it is by this name that the names agree, not by the present one. */
type Meant = {
  reasons: StoredQuestion["candidates"][number]["reasons"];
  formerName: FormerName | null;
};

/** A row of which it is not certain whose it is, with the students who may be meant. */
export type PersonQuestion = Omit<StoredQuestion, "candidates"> & {
  candidates: (Meant & { side: PersonSide })[];
};

/** A row whose name is one student's alone, beside that student. */
export type LikelyPerson = Omit<
  StoredQuestion,
  "candidates" | "more" | "twin" | "choice" | "chosenId" | "remembered"
> &
  Meant & { student: StudentRecord };

/** A row that may be the same person as an earlier row of its file, or somebody new. */
export type Namesake = Pick<StoredQuestion, "identityKey" | "rowNo" | "said"> & {
  twin: NonNullable<StoredQuestion["twin"]>;
};

const besideTwin = ({ identityKey, rowNo, said, twin }: StoredQuestion): Namesake[] =>
  twin === null ? [] : [{ identityKey, rowNo, said, twin }];

async function withStudents(tx: Tx, likely: readonly StoredQuestion[]): Promise<LikelyPerson[]> {
  const ids = likely.flatMap(({ candidates }) => candidates.map(({ studentId }) => studentId));
  const students = await findStudents(tx, ids);
  const former = await listFormerNames(tx, ids);
  return likely.flatMap(({ identityKey, rowNo, rows, rowNos, said, candidates }) => {
    const [candidate] = candidates;
    const student = students.get(candidate?.studentId ?? 0);
    if (candidate === undefined || student === undefined) return [];
    const formerName = formerNameMeant(said, student, former.get(student.id) ?? []);
    const { reasons } = candidate;
    return [{ identityKey, rowNo, rows, rowNos, said, reasons, formerName, student }];
  });
}

async function withSides(tx: Tx, { candidates, ...rest }: StoredQuestion): Promise<PersonQuestion> {
  const sides: PersonQuestion["candidates"] = [];
  for (const { studentId, reasons } of candidates) {
    const side = await readSide(tx, studentId);
    if (side === null) continue;
    const formerName = formerNameMeant(rest.said, side.student, side.formerNames);
    sides.push({ reasons, formerName, side });
  }
  return { ...rest, candidates: sides };
}

/**
 * A page of an import's questions about people, after a row number (null: of many questions from the first that nobody has answered, of few from the first), and
 * how many there are; or of those that an earlier answer settles.
 */
export const getQuestions = defineQuery({
  name: "imports.questions",
  permission: "imports:read",
  input: z.object({
    importId: z.uuid(),
    after: z.number().int().min(0).nullable().default(null),
    remembered: z.boolean().default(false),
  }),
  run: async (tx, { importId, after, remembered }) => {
    if ((await findImport(tx, importId)) === null) throw new AppError("notFound", "notFound");
    const counts = await countQuestions(tx, importId);
    const isLong = counts.all > PAGE && !remembered;
    const from = after ?? (isLong ? ((await firstOpen(tx, importId)) ?? 1) - 1 : 0);
    const stored = await listQuestions(tx, importId, { after: from, limit: PAGE, remembered });
    const questions: PersonQuestion[] = [];
    for (const question of stored) questions.push(await withSides(tx, question));
    const likely = await listLikely(tx, importId, LIKELY);
    const namesakes = await listNamesakes(tx, importId, LIKELY);
    return {
      questions,
      counts,
      size: PAGE,
      /** The page begins after this row; 0: with the first. */
      after: from,
      /** Open questions that can be confirmed many at once: the first of `total`. */
      likely: { people: await withStudents(tx, likely.listed), total: likely.total },
      /** Open questions about a row and an earlier one of the same file: the first of `total`. */
      namesakes: { rows: namesakes.listed.flatMap(besideTwin), total: namesakes.total },
    };
  },
});

const answer = z.object({
  identityKey: z.string().min(1).max(64),
  choice: z.enum(PERSON_CHOICES),
  /** choice student: which. */
  studentId: z.coerce.number().int().positive().optional(),
});

export type PersonAnswer = z.input<typeof answer>;

/** Whether it is one of the answers that were offered; `many`: in a list of those that are ticked. */
function isOffered(
  { choice, studentId }: z.output<typeof answer>,
  offered: Offered,
  many: boolean,
): boolean {
  const { candidates, twin } = offered;
  if (many && choice === "new") return isNamesake(offered);
  if (many && !(choice === "student" && isLikely(candidates))) return false;
  if (choice === "student") return candidates.some((shown) => shown.studentId === studentId);
  return choice !== "sameAsRow" || twin !== null;
}

/**
 * Only a student who was shown and has no row of their own in the file can be chosen, among many at once only one who alone may be meant; someone new only of a
 * roster, where the number is nobody's; another row only where there is one.
 */
function checked(
  said: z.output<typeof answer>,
  offered: Offered | undefined,
  { kind, many }: { kind: ImportKind; many: boolean },
): Answer {
  const { identityKey, choice, studentId } = said;
  if (offered === undefined || !isOffered(said, offered, many)) {
    throw new AppError("conflict", "questionGone");
  }
  const { candidates, twin } = offered;
  if (choice === "student" && studentId === twin?.studentId) {
    throw new AppError("conflict", "studentHasRow");
  }
  if (choice === "new" && kind !== "roster") throw new AppError("conflict", "notFromThisList");
  if (choice === "new" && candidates.some(({ reasons }) => reasons.includes("number"))) {
    throw new AppError("conflict", "numberIsKnown");
  }
  return { identityKey, choice, studentId: choice === "student" ? (studentId ?? null) : null };
}

/** Keeps who the rows are, as a person says, and has the file compared anew with these answers. */
export const decidePeople = defineCommand({
  name: "imports.decidePeople",
  permission: "imports:write",
  input: z.object({
    importId: z.uuid(),
    answers: z.array(answer).min(1, "required").max(500),
    /** True: ticked in a list, which holds for rows that one student alone may be, and for new people called like an earlier row's. */
    many: z.boolean().default(false),
    /** False: the caller compares the file itself, now. */
    inBackground: z.boolean().default(true),
  }),
  run: async (tx, { importId, answers, many, inBackground }, actor) => {
    const record = await findImport(tx, importId);
    if (record === null) throw new AppError("notFound", "notFound");
    const keys = answers.map(({ identityKey }) => identityKey);
    const questions = await findQuestions(tx, importId, keys);
    const given = { kind: record.kind, many };
    const said = answers.map((one) => checked(one, questions.get(one.identityKey), given));
    const moved = await moveImport(tx, importId, ["ready"], {
      state: "uploaded",
      counts: null,
      problem: null,
    });
    if (!moved) throw new AppError("conflict", "importNotReady");
    await keepAnswers(tx, actor, importId, said, actor.userId);
    const { institutionId, userId } = actor;
    if (inBackground) await enqueue("import.read", { institutionId, importId, userId }, tx);
    const answered = said.map(({ choice, studentId }) => ({ choice, studentId }));
    return {
      result: importId,
      audit: { entity: "import", id: importId, detail: { answered, ...(many && { many }) } },
    };
  },
});
