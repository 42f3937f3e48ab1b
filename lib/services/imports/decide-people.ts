import "server-only";
import { z } from "zod";
import type { ImportKind } from "@/lib/db/import/import-words";
import { findImport, moveImport } from "@/lib/db/import/imports";
import {
  type Answer,
  countQuestions,
  findQuestions,
  keepAnswers,
  listQuestions,
  PERSON_CHOICES,
  type StoredQuestion,
} from "@/lib/db/import/questions";
import type { Tx } from "@/lib/db/in-institution";
import { type PersonSide, readSide } from "@/lib/db/people/people";
import { enqueue } from "@/lib/jobs/queue";
import { AppError } from "../app-error";
import { defineCommand, defineQuery } from "../define-service";

/** Questions on one page: few, since each is read by a person. */
const PAGE = 20;

/** A row of which it is not certain whose it is, with the students who may be meant. */
export type PersonQuestion = Omit<StoredQuestion, "candidates"> & {
  candidates: { reasons: StoredQuestion["candidates"][number]["reasons"]; side: PersonSide }[];
};

async function withSides(tx: Tx, { candidates, ...rest }: StoredQuestion): Promise<PersonQuestion> {
  const sides: PersonQuestion["candidates"] = [];
  for (const { studentId, reasons } of candidates) {
    const side = await readSide(tx, studentId);
    if (side !== null) sides.push({ reasons, side });
  }
  return { ...rest, candidates: sides };
}

/** A page of an import's questions about people, after a row number, and how many there are. */
export const getQuestions = defineQuery({
  name: "imports.questions",
  permission: "imports:read",
  input: z.object({ importId: z.uuid(), after: z.number().int().min(0).default(0) }),
  run: async (tx, { importId, after }) => {
    if ((await findImport(tx, importId)) === null) throw new AppError("notFound", "notFound");
    const stored = await listQuestions(tx, importId, { after, limit: PAGE });
    const questions: PersonQuestion[] = [];
    for (const question of stored) questions.push(await withSides(tx, question));
    return { questions, counts: await countQuestions(tx, importId), size: PAGE };
  },
});

const answer = z.object({
  identityKey: z.string().min(1).max(64),
  choice: z.enum(PERSON_CHOICES),
  /** choice student: which. */
  studentId: z.coerce.number().int().positive().optional(),
});

export type PersonAnswer = z.input<typeof answer>;

/** Only a student who was shown can be chosen; someone new only of a roster, where the number is nobody's. */
function checked(
  { identityKey, choice, studentId }: z.output<typeof answer>,
  candidates: StoredQuestion["candidates"] | undefined,
  kind: ImportKind,
): Answer {
  if (candidates === undefined) throw new AppError("conflict", "questionGone");
  const isShown = candidates.some((candidate) => candidate.studentId === studentId);
  if (choice === "student" && !isShown) throw new AppError("conflict", "questionGone");
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
    /** False: the caller compares the file itself, now. */
    inBackground: z.boolean().default(true),
  }),
  run: async (tx, { importId, answers, inBackground }, actor) => {
    const record = await findImport(tx, importId);
    if (record === null) throw new AppError("notFound", "notFound");
    const keys = answers.map(({ identityKey }) => identityKey);
    const questions = await findQuestions(tx, importId, keys);
    const said = answers.map((one) => checked(one, questions.get(one.identityKey), record.kind));
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
      audit: { entity: "import", id: importId, detail: { answered } },
    };
  },
});
