import { beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { getQuestions } from "./decide-people";
import { getImportRows } from "./get-import";
import { filesOf, listsOfEachTest } from "./test-dormitory-office";

// Each file is read, compared and written on a real database.
vi.setConfig({ testTimeout: 60_000 });

const { office } = listsOfEachTest();
const roster = filesOf("roster", () => office.admin);
const log = filesOf("crossings", () => office.admin);

let admin: Actor;
beforeEach(() => {
  admin = office.admin;
});

const ROSTER = "student_no,last_name,first_name,birth_date,citizenship,document_no,iin\n";
const MISTYPED = "070429603149";

async function told(importId: string) {
  const rows = await getImportRows(admin, { importId, outcomes: [] });
  return rows.map(({ outcome, issues }) => [
    outcome,
    ...issues.map(({ code, params }) => {
      const { rows: others, student } = params;
      return others === undefined && student === undefined ? code : [code, others ?? student];
    }),
  ]);
}

test("a mistyped ИИН of two people is written, and told with the other row or the other student", async () => {
  const importId = await roster.preview(
    `${ROSTER}S-4,DUP,IIN,2007-04-29,KZ,,${MISTYPED}\nS-5,DUP,OTHER,2004-01-01,KZ,,${MISTYPED}\n`,
  );
  expect(await told(importId)).toEqual([
    ["new", "badIin", ["numberTwice", "2, 3"]],
    ["new", "badIin", ["numberTwice", "2, 3"]],
  ]);
  await roster.write(importId);
  const next = await roster.preview(`${ROSTER}S-6,THIRD,ONE,2003-01-01,KZ,,${MISTYPED}\n`);
  expect(await told(next)).toEqual([["new", "badIin", ["numberOfAnother", "S-4"]]]);
});

test("a log by an ИИН that is mistyped asks which of the students who have it is meant", async () => {
  await roster.load(
    `${ROSTER}S-4,DUP,IIN,2007-04-29,KZ,,${MISTYPED}\nS-5,DUP,OTHER,2004-01-01,KZ,,${MISTYPED}\n`,
  );
  const importId = await log.preview(
    `ИИН,direction,at\n${MISTYPED},entry,2025-11-01\n050101500129,entry,2025-11-01\n`,
  );
  expect((await log.rows(importId)).map(({ outcome, codes }) => [outcome, ...codes])).toEqual([
    ["toConfirm", "badIin"],
    ["unknownStudent", "badIin"],
  ]);
  const { questions } = await getQuestions(admin, { importId });
  expect(
    questions.map(({ candidates }) =>
      candidates.map(({ side, reasons }) => [side.student.studentNo, ...reasons]),
    ),
  ).toEqual([
    [
      ["S-4", "iin"],
      ["S-5", "iin"],
    ],
  ]);
});

test("of different people with one document it is the number that is to be corrected, of one person a row is too many", async () => {
  const importId = await roster.preview(
    `${ROSTER}S-4,FIRST,ONE,2004-01-01,KZ,N55555555,
S-5,SECOND,ONE,2004-02-02,KZ,N55555555,
S-6,THIRD,ONE,2004-03-03,KZ,N66666666,
S-7,THIRD,ONE,2004-03-03,KZ,N66666666,
`,
  );
  expect(await told(importId)).toEqual([
    ["wrong", ["peopleShareNumber", "2, 3"]],
    ["wrong", ["peopleShareNumber", "2, 3"]],
    ["wrong", ["conflictingRows", "4, 5"]],
    ["wrong", ["conflictingRows", "4, 5"]],
  ]);
});
