import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { newTestInstitution } from "@/lib/db/test-institution";
import { newTestAccount } from "../access/test-account";
import { decidePeople, getQuestions } from "./decide-people";
import { getImport } from "./get-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";

afterAll(closeConnections);

const HEAD = "student_no,last_name,first_name,birth_date,citizenship,document_no\n";
/** Two of them are called and born alike. */
const ROSTER = `${HEAD}S-1,OMURBEKOVA,AIZADA,2005-02-28,KZ,N11111111
S-2,ASANOV,NURLAN,2004-01-01,KG,N22222222
S-3,LI,ANNA,2004-02-02,CN,
S-4,LI,ANNA,,CN,
`;
/** In one file with the other she would be asked about. */
const BORN_ALIKE = `${HEAD}S-4,LI,ANNA,2004-02-02,CN,\n`;
/** By name one of one, one of one, one of two, and one whose paper is of somebody with another name. */
const RENUMBERED = `${HEAD}T-1,ӨМҮРБЕКОВА,АЙЗАДА,2005-02-28,KZ,
T-2,ASANOV,NURLAN,2004-01-01,KZ,
T-3,LI,ANNA,2004-02-02,CN,
T-4,PETROV,PETR,2003-01-01,KZ,N11111111
`;

let registrar: Actor;
let importId: string;
beforeEach(async () => {
  registrar = (await newTestAccount(await newTestInstitution(), "registrar")).actor;
  await importFile(registrar, file(ROSTER));
  await importFile(registrar, file(BORN_ALIKE));
  importId = await receiveFile(registrar, file(RENUMBERED), false);
  await readFile(registrar, importId);
});

const file = (text: string) => ({
  kind: "roster" as const,
  fileName: "roster.csv",
  content: Readable.from([Buffer.from(text)]),
});
const likelyOf = async () => (await getQuestions(registrar, { importId })).likely;
const countsOf = async () => (await getImport(registrar, { importId })).record.counts;

async function confirm(chosen: readonly { identityKey: string; studentId: number }[]) {
  const answers = chosen.map((one) => ({ ...one, choice: "student" as const }));
  await decidePeople(registrar, { importId, answers, many: true, inBackground: false });
  await readFile(registrar, importId);
}

test("rows of one candidate by name are listed beside the student, those of several or by numbers are not", async () => {
  const { people, total } = await likelyOf();
  expect(people.map(({ rowNo, student, reasons }) => [rowNo, student.studentNo, reasons])).toEqual([
    [2, "S-1", ["name"]],
    [3, "S-2", ["name"]],
  ]);
  expect(total).toBe(2);
  expect(await countsOf()).toEqual({ toConfirm: 4 });
});

test("what is ticked is confirmed, the others stay questions", async () => {
  const { people } = await likelyOf();
  const [first] = people.map(({ identityKey, student }) => ({
    identityKey,
    studentId: student.id,
  }));
  await confirm(first ? [first] : []);
  expect(await countsOf()).toEqual({ changed: 1, toConfirm: 3 });
  expect((await likelyOf()).people.map(({ rowNo }) => rowNo)).toEqual([3]);
});

test("many at once: nobody but the one candidate, no row of several candidates, no other answer", async () => {
  const { questions, likely } = await getQuestions(registrar, { importId });
  const [one, other] = likely.people;
  const several = questions.find(({ candidates }) => candidates.length > 1);
  const byPaper = questions.find(({ rowNo }) => rowNo === 5);
  const refused = { reason: "questionGone" };
  const chosen = (key = "", studentId = 0) => confirm([{ identityKey: key, studentId }]);
  await expect(chosen(one?.identityKey, other?.student.id)).rejects.toMatchObject(refused);
  for (const question of [several, byPaper]) {
    const student = question?.candidates[0]?.side.student.id;
    await expect(chosen(question?.identityKey, student)).rejects.toMatchObject(refused);
  }
  const answers = [{ identityKey: one?.identityKey ?? "", choice: "new" as const }];
  await expect(
    decidePeople(registrar, { importId, answers, many: true, inBackground: false }),
  ).rejects.toMatchObject(refused);
  expect(await countsOf()).toEqual({ toConfirm: 4 });
});
