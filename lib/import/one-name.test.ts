import { expect, test } from "vitest";
import { issuesOf, readAll } from "./file-for-tests";

const HEAD = "student_no;last_name;first_name;citizenship\n";
const told = ({ rows }: Awaited<ReturnType<typeof readAll<"roster" | "residents">>>) =>
  rows.map(({ parsed }) => parsed.notices.map(({ code, field }) => `${field}: ${code}`));

test("a part of a name that is empty says what to enter; a dash says that there is none", async () => {
  const read = await readAll(
    `${HEAD}S-1;SINGH;;IN\nS-2;SINGH;-;IN\nS-3;—;Ahmadullah;AF\nS-4;-;–;AF\nS-5;;;AF\n`,
    { kind: "roster" },
  );
  expect(issuesOf(read.rows)).toEqual({
    2: ["first_name: missingName"],
    5: ["last_name: missingName"],
    6: ["last_name: missingName", "first_name: missingName"],
  });
  expect(told(read)).toEqual([
    [],
    ["first_name: oneName"],
    ["last_name: oneName"],
    ["last_name: oneName", "first_name: oneName"],
    [],
  ]);
  expect(
    read.rows.map(({ parsed }) => parsed.ok && [parsed.fact.lastName, parsed.fact.firstName]),
  ).toEqual([false, ["SINGH", "-"], ["-", "Ahmadullah"], false, false]);
});

test("in a full name as well, with a comma or without", async () => {
  const read = await readAll(
    "student_no;ФИО;citizenship\nS-1;Singh -;IN\nS-2;Singh, -;IN\nS-3;Singh;IN\n",
    {
      kind: "roster",
    },
  );
  expect(issuesOf(read.rows)).toEqual({ 4: ["last_name: unclearName"] });
  expect(told(read)).toEqual([["first_name: oneName"], ["first_name: oneName"], []]);
});

test("a list that others made says by a dash, too, whose one name it is", async () => {
  const read = await readAll(
    "last_name;first_name;birth_date;dormitory\nSINGH;-;2004-01-01;2\nSINGH;;2004-01-01;2\n",
    { kind: "residents", dormitories: [{ id: 1, name: "Общежитие № 2" }] },
  );
  expect(issuesOf(read.rows)).toEqual({ 3: ["last_name: missingValue"] });
});
