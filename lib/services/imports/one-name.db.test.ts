import { expect, test, vi } from "vitest";
import { listStudents } from "../students/list-students";
import { studentFilter } from "../students/student-filter";
import { filesOf, listsOfEachTest } from "./test-dormitory-office";

// Each list is read, compared and written on a real database.
vi.setConfig({ testTimeout: 60_000 });

const { office, lists } = listsOfEachTest();
const rosters = filesOf("roster", () => office.admin);

const HEAD = "student_no,last_name,first_name,birth_date,citizenship\n";

async function told(files: typeof rosters, text: string) {
  const rows = await files.rows(await files.preview(text));
  return rows.map(({ outcome, codes }) => [outcome, ...codes]);
}

test("who has one name is found by it, and asked about under another number", async () => {
  await rosters.load(`${HEAD}O-1,SINGH,-,2004-01-01,IN\n`);
  const { rows } = await listStudents(
    office.admin,
    studentFilter.parse({ asOf: "2025-11-15", q: "сингх" }),
  );
  expect(rows.map(({ studentNo }) => studentNo)).toEqual(["O-1"]);
  expect(
    await told(
      rosters,
      `${HEAD}O-1,SINGH,—,2004-01-01,IN\nO-2,SINGH,–,2004-01-01,IN\nO-3,SINGH,PREET,2004-01-01,IN\n`,
    ),
  ).toEqual([["unchanged", "oneName"], ["toConfirm", "oneName"], ["new"]]);
  expect(
    await told(
      lists,
      "last_name,first_name,birth_date,dormitory\nSingh,-,2004-01-01,2\nSingh,Preet,2004-01-01,2\n",
    ),
  ).toEqual([["toConfirm", "oneName"], ["unknownStudent"]]);
});
