import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { addDays, day, formatDay } from "@/lib/civil-date/day";
import { inInstitution } from "@/lib/db/in-institution";
import { listDoubles } from "@/lib/db/people/doubles";
import { decidePeople, getQuestions } from "./decide-people";
import { importFile } from "./import-file";
import { getGrid } from "./mends/get-grid";
import { readFile } from "./read-file";
import { listsOfEachTest } from "./test-dormitory-office";

const { office, lists } = listsOfEachTest();

const roster = (rows: readonly string[]) =>
  importFile(office.admin, {
    kind: "roster",
    fileName: "roster.csv",
    content: Readable.from([
      Buffer.from(
        [
          "student_no,last_name,first_name,last_name_cyrillic,first_name_cyrillic,middle_name_cyrillic,birth_date,citizenship",
          ...rows,
        ].join("\n"),
      ),
    ]),
  });

const HEAD = "ФИО;Дата рождения;Общежитие;Комната\n";

/** Number of each student who is offered, with the reasons; question by question. */
async function offered(importId: string) {
  const { questions } = await getQuestions(office.admin, { importId });
  return questions.map(({ candidates, more }) => ({
    more,
    students: candidates.map(({ side, reasons }) => [side.student.studentNo, ...reasons]),
  }));
}

test("a student without a birth date on record is found by the name alone, for a person to confirm", async () => {
  await roster(["U-1,,,Өмүрбекова,Жаңыл,,,KZ", "U-2,DATED,PERSON,,,,2001-01-01,KZ"]);
  const importId = await lists.preview(
    `${HEAD}Омурбекова Жаныл;03.03.2003;2;1\nOMURBEKOVA ZHANYL;;2;2\nDated Person;;2;3\nDated Person;02.02.2002;2;4\n`,
  );
  expect(await lists.counts(importId)).toEqual({ toConfirm: 3, unknownStudent: 1 });
  // Several columns say who it is: no other column is shown in their place.
  const { groups } = await getGrid(office.admin, { importId });
  expect(groups.map(({ code, column, examples }) => [code, column, examples])).toEqual([
    ["toConfirm", null, []],
    ["unknownStudent", null, []],
  ]);
  expect(await offered(importId)).toEqual([
    { more: 0, students: [["U-1", "nameUndated"]] },
    { more: 0, students: [["U-1", "nameBare"]] },
    { more: 0, students: [["U-2", "nameAlone"]] },
  ]);
});

test("whose birth date agrees is not put beside a namesake of whom none is known", async () => {
  await roster(["U-1,ASANOV,NURLAN,,,,,KZ"]);
  const importId = await lists.preview(`${HEAD}Асанов Нурлан;05.05.2004;2;1\n`);
  expect(await offered(importId)).toEqual([{ more: 0, students: [["S-3", "name"]] }]);
});

test("who is confirmed is written as that student, and nothing is merged or added before", async () => {
  await roster(["U-1,,,Токтогулов,Азамат,,,KZ"]);
  const importId = await lists.preview(`${HEAD}Токтогулов Азамат;01.02.2003;2;7\n`);
  const { questions, likely } = await getQuestions(office.admin, { importId });
  expect(likely.total).toBe(1);
  const [question] = questions;
  const answer = {
    identityKey: question?.identityKey ?? "",
    choice: "student" as const,
    studentId: question?.candidates[0]?.side.student.id,
  };
  await decidePeople(office.admin, {
    ...{ importId, answers: [answer], many: true, inBackground: false },
  });
  await readFile(office.admin, importId);
  expect(await lists.counts(importId)).toEqual({ new: 1 });
  await lists.write(importId);
  const students = await inInstitution(office.admin, (tx) =>
    tx.student.findMany({ where: { studentNo: { startsWith: "U" } } }),
  );
  expect(students).toMatchObject([{ studentNo: "U-1", birthDate: null }]);
});

test("of hundreds of namesakes the likeliest few are offered, and how many others there are is said", async () => {
  const rows = Array.from({ length: 300 }, (_, at) => {
    const name = at === 250 ? ["Асанов", "Нурлан"] : ["Асанов", "Нұрлан"];
    const middle = at === 200 ? "Бекович" : at === 100 ? "" : "Улан уулу";
    // No two on one day: those would be asked about themselves.
    const born = at % 2 === 0 ? "" : formatDay(addDays(day("2000-01-01"), at));
    // Of another citizenship than the office's own Asanov, so that the roster asks nothing.
    return `N-${at},,,${name.join(",")},${middle},${born},UZ`;
  });
  await roster(rows);
  const importId = await lists.preview(`${HEAD}Асанов Нурлан Бекович;;2;1\n`);
  const [question] = await offered(importId);
  const numbers = question?.students.map(([number]) => number);
  // The patronymic, then neither that nor another one, the spelling among those with another.
  expect(numbers?.slice(0, 1)).toEqual(["N-200"]);
  expect(numbers).toContain("N-100");
  expect(numbers).toContain("N-250");
  expect(numbers).toHaveLength(6);
  // The three hundred and the office's own Asanov.
  expect(question?.more).toBe(295);
});

test("students of whom no birth date is known are not told to be doubles for their names", async () => {
  await roster(["U-1,TWIN,ONE,,,,,KZ", "U-2,TWIN,ONE,,,,,KZ"]);
  const { total } = await inInstitution(office.admin, (tx) =>
    listDoubles(tx, null, { limit: 10, offset: 0 }),
  );
  expect(total).toBe(0);
});

test("rows of a list that say the same name, however written, are one question that names them", async () => {
  const importId = await lists.preview(
    "Фамилия;Имя;Общежитие;Комната\nАсанов;Нурлан;2;1\nАСАНОВ;НУРЛАН;2;1\nАсанов ;Нурлан;2;1\nИванов;Пётр;2;2\n",
  );
  const { questions } = await getQuestions(office.admin, { importId });
  expect(questions.map(({ rows, rowNos }) => [rows, rowNos])).toEqual([
    [3, [2, 3, 4]],
    [1, [5]],
  ]);
});
