import "server-only";
import { today } from "@/lib/clock/today";
import { findRowsOfDates, findShortNumbers } from "@/lib/db/import/answer-cells";
import type { Digest } from "@/lib/db/import/digest";
import type { FileQuestion, ImportRecord } from "@/lib/db/import/import-words";
import { fileQuestionsOf } from "@/lib/db/import/word-groups";
import type { Tx } from "@/lib/db/in-institution";
import { findUserNames } from "@/lib/db/users";
import { type AnswerExample, dateExamples, zeroExamples } from "@/lib/import/answer-examples";
import type { AnswerName, Answers } from "@/lib/import/answers";

/** A question about the file as a whole, with cells of it and what each answer makes of them. */
export type AskedQuestion = FileQuestion & { name: AnswerName; examples: AnswerExample[] };

/** An answer about the file as a whole: who gave it and when, where that was kept, and cells that it concerns. */
export type GivenAnswer = {
  name: AnswerName;
  answer: string;
  by: string | null;
  at: string | null;
  examples: AnswerExample[];
};

const NAMES = {
  ambiguousDate: "dateOrder",
  serialDate: "serials",
  birthCentury: "birthYears",
  lostZero: "zeros",
} as const satisfies Record<FileQuestion["code"], AnswerName>;

async function examplesOf(
  tx: Tx,
  { id, mapping, answers }: ImportRecord,
  name: AnswerName,
): Promise<AnswerExample[]> {
  if (name === "zeros") return zeroExamples(await findShortNumbers(tx, id));
  const rows = await findRowsOfDates(tx, id, name);
  // Where nobody was asked, the file has shown that the day stands first.
  return dateExamples(name, mapping ?? [], rows, today(), answers?.dateOrder ?? "dayFirst");
}

/** What was answered; a question that is open, or was taken back, is not. */
function answersIn({ dateOrder, serials, birthYears, zeros }: Answers): [AnswerName, string][] {
  return [
    ...(dateOrder === null ? [] : [["dateOrder", dateOrder] as [AnswerName, string]]),
    ...(serials ? [["serials", "yes"] as [AnswerName, string]] : []),
    ...(birthYears ? [["birthYears", "yes"] as [AnswerName, string]] : []),
    ...(zeros === null ? [] : [["zeros", zeros] as [AnswerName, string]]),
  ];
}

/** What is asked about an import's file as a whole, and what was answered. */
export async function askedOfFile(
  tx: Tx,
  record: ImportRecord,
  digest: Digest,
): Promise<{ questions: AskedQuestion[]; givenAnswers: GivenAnswer[] }> {
  const questions: AskedQuestion[] = [];
  for (const question of fileQuestionsOf(digest)) {
    const name = NAMES[question.code];
    questions.push({ ...question, name, examples: await examplesOf(tx, record, name) });
  }
  const given = record.answers?.given ?? {};
  const names = await findUserNames(
    tx,
    Object.values(given).flatMap(({ by }) => by ?? []),
  );
  const givenAnswers: GivenAnswer[] = [];
  for (const [name, answer] of record.answers ? answersIn(record.answers) : []) {
    const { by = null, at = null } = given[name] ?? {};
    givenAnswers.push({
      ...{ name, answer, at, by: names.get(by ?? "") ?? null },
      examples: await examplesOf(tx, record, name),
    });
  }
  return { questions, givenAnswers };
}
