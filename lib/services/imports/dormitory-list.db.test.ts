import { describe, expect, test, vi } from "vitest";
import { day } from "@/lib/civil-date/day";
import { listDormitories } from "../office/dormitories";
import { createDraft } from "../registrations/create-draft";
import { getRequestList } from "../registrations/get-request-list";
import { updateResidence } from "../students/update-residence";
import { commitImport } from "./commit-import";
import { decidePeople, getQuestions } from "./decide-people";
import { decideWords } from "./decide-words";
import { getImport } from "./get-import";
import { readFile } from "./read-file";
import { homesOf, LIST_HEAD, listsOfEachTest, studentIdOf } from "./test-dormitory-office";
import { wholeTables } from "./test-whole-tables";

// Each list is read, compared and written on a real database.
vi.setConfig({ testTimeout: 60_000 });

const { office, lists, load } = listsOfEachTest();
const { preview, write } = lists;

describe("a dormitory list", () => {
  test("tells where students live, and nothing of their stay: no ground, no other verdict", async () => {
    const before = await wholeTables(office.admin);
    const importId = await preview(`${LIST_HEAD}S-1,2,412,2025-09-01,2026-06-30,\nS-2,3,7,,,\n`);
    expect(await lists.counts(importId)).toEqual({ new: 2 });
    expect(await lists.effect(importId)).toEqual({ housed: 2 });
    expect(await wholeTables(office.admin)).toEqual(before);
    await write(importId);
    expect(await homesOf(office.admin)).toEqual({
      "S-1": ["2", "412", "2025-09-01", "2026-06-30"],
      "S-2": ["3", "7", null, null],
    });
    const after = await wholeTables(office.admin);
    expect({ ...after, residence: [], import_change: [] }).toEqual({
      ...before,
      residence: [],
      import_change: [],
    });
    expect(after["ground"]).toEqual([]);
  });

  test("says what is new, changed, unchanged, and who lives there by our records and is not in it", async () => {
    await load("S-1,2,412,2025-09-01,2026-06-30,\nS-2,2,7,,,\nS-3,3,9,,,\n");
    const importId = await preview(`${LIST_HEAD}S-1,2,413,,,\nS-3,2,9,2025-10-01,,\n`);
    expect(await lists.rows(importId)).toEqual([
      {
        outcome: "changed",
        codes: ["emptyCellKept", "emptyCellKept"],
        changes: { room: ["412", "413"] },
      },
      {
        outcome: "changed",
        codes: [],
        changes: { dormitory: ["Общежитие № 3", "Общежитие № 2"], livesFrom: ["", "2025-10-01"] },
      },
    ]);
    expect(await lists.effect(importId)).toEqual({ moved: 2, unlisted: 1 });
    await write(importId);
    expect(await homesOf(office.admin)).toMatchObject({
      "S-1": ["2", "413", "2025-09-01", "2026-06-30"],
      "S-2": ["2", "7", null, null],
      "S-3": ["2", "9", "2025-10-01", null],
    });
    const same = await preview(
      `${LIST_HEAD}S-1,2,,,,\nS-2,,,,,\nS-3,Общежитие №2,9,2025-10-01,,\n`,
    );
    expect((await lists.rows(same)).map(({ outcome }) => outcome)).toEqual([
      "unchanged",
      "wrong",
      "unchanged",
    ]);
  });

  test("of whoever moves to another hall keeps nothing of the earlier stay", async () => {
    await load("S-1,2,412,2025-09-01,2026-06-30,\n");
    await load("S-1,3,,2025-11-01,,\n");
    expect(await homesOf(office.admin)).toEqual({ "S-1": ["3", "", "2025-11-01", null] });
  });

  test("of one that begins after the last one ended keeps nothing of that either", async () => {
    await load("S-1,2,412,2024-09-01,,2025-06-30\n".replace("2025-06-30", ""));
    await load("S-1,2,412,,,2025-06-30\n");
    expect(await homesOf(office.admin)).toEqual({
      "S-1": ["2", "412", "2024-09-01", "2025-06-30"],
    });
    await load("S-1,2,,2025-09-01,,\n");
    expect(await homesOf(office.admin)).toEqual({ "S-1": ["2", "", "2025-09-01", null] });
  });

  test("with two stays of one student takes the one that holds, and asks where both do", async () => {
    const importId = await preview(
      `${LIST_HEAD}S-1,2,412,2025-09-01,,2025-10-05\nS-1,3,7,2025-10-05,,\nS-2,2,1,,,\nS-2,3,1,,,\nS-3,2,1,,,\nS-3,2,1,,,\n`,
    );
    expect((await lists.rows(importId)).map(({ outcome, codes }) => [outcome, ...codes])).toEqual([
      ["repeated", "earlierStay"],
      ["new"],
      ["conflict", "conflictingRows"],
      ["conflict", "conflictingRows"],
      ["new"],
      ["repeated"],
    ]);
    await expect(commitImport(office.admin, { importId, leaveOut: false })).rejects.toThrow(
      "rowsStayOut",
    );
    await write(importId, true);
    expect(Object.keys(await homesOf(office.admin))).toEqual(["S-1", "S-3"]);
  });

  test("of whom the office knows an address says so before it writes the hall", async () => {
    const id = await studentIdOf(office.admin, "S-1");
    await updateResidence(office.admin, {
      studentId: id,
      route: "address",
      address: "Киевская 44",
    });
    const importId = await preview(`${LIST_HEAD}S-1,2,5,,,\n`);
    expect(await lists.rows(importId)).toEqual([
      {
        outcome: "changed",
        codes: ["livesElsewhere"],
        changes: { dormitory: ["Киевская 44", "Общежитие № 2"], room: ["", "5"] },
      },
    ]);
  });

  test("that tells of a past stay elsewhere changes nothing", async () => {
    await load("S-1,3,7,2025-09-01,,\n");
    const importId = await preview(
      `${LIST_HEAD}S-1,2,412,2024-09-01,,2025-06-30\nS-2,2,1,,2025-06-30,\n`,
    );
    expect((await lists.rows(importId)).map(({ outcome, codes }) => [outcome, ...codes])).toEqual([
      ["unchanged", "livesThereNoMore"],
      ["unchanged", "livesThereNoMore"],
    ]);
  });
});

describe("an unknown dormitory", () => {
  test("is asked about once, remembered, and never made", async () => {
    const halls = await listDormitories(office.admin, {});
    const importId = await preview(
      `${LIST_HEAD}S-1,Дом на Ахунбаева,1,,,\nS-2,Дом на Ахунбаева,2,,,\n`,
    );
    const { words, dormitories } = await getImport(office.admin, { importId });
    expect(words).toMatchObject([{ field: "dormitory", word: "Дом на Ахунбаева", count: 2 }]);
    expect(dormitories.map(({ name }) => name)).toEqual(halls.map(({ name }) => name));
    const meaning = dormitories[1]?.meaning ?? "";
    const decide = (given: string) =>
      decideWords(office.admin, {
        importId,
        words: [{ field: "dormitory", word: "Дом на Ахунбаева", meaning: given }],
        inBackground: false,
      });
    await expect(decide("dormitory:999999")).rejects.toMatchObject({ code: "invalid" });
    await decide(meaning);
    await readFile(office.admin, importId);
    expect(await lists.counts(importId)).toEqual({ new: 2 });
    await write(importId);
    expect(await lists.counts(await preview(`${LIST_HEAD}S-3,дом на ахунбаева,1,,,\n`))).toEqual({
      new: 1,
    });
    expect(await listDormitories(office.admin, {})).toEqual(halls);
  });
});

describe("whose a row is", () => {
  const BY_NAME = "ФИО,Дата рождения,Общежитие,Комната\n";

  test("is asked where a name is misspelt by a letter, unless the birth date is another", async () => {
    const importId = await preview(
      `${BY_NAME}Иванев Пётр,,2,2\nАсанов Нурлон,05.05.2004,2,3\nАсанов Нурлон,06.05.2004,2,4\nАсанов Нариман,,2,5\n`,
    );
    expect(await lists.counts(importId)).toEqual({ toConfirm: 2, unknownStudent: 2 });
    const { questions, likely } = await getQuestions(office.admin, { importId });
    expect(
      questions.map(({ candidates }) =>
        candidates.map(({ side, reasons }) => [side.student.studentNo, ...reasons]),
      ),
    ).toEqual([[["S-2", "nameLike"]], [["S-3", "nameLike"]]]);
    // Such a likeness is not confirmed at a glance.
    expect(likely.total).toBe(0);
  });

  test("is known by any number; by name alone a person says it, and a list adds nobody", async () => {
    const importId = await preview(
      `ФИО,Дата рождения,Номер паспорта,Общежитие,Комната\n,,N 11111111,2,1\nИванов Пётр,01.01.2004,,2,2\nАсанов Нурлан,,,2,3\nЧужой Никто,02.02.2002,,2,4\n`,
    );
    expect(await lists.counts(importId)).toEqual({ new: 1, toConfirm: 2, unknownStudent: 1 });
    const { questions } = await getQuestions(office.admin, { importId });
    expect(
      questions.map(({ candidates }) =>
        candidates.map(({ side, reasons }) => [side.student.studentNo, ...reasons]),
      ),
    ).toEqual([[["S-2", "name"]], [["S-3", "nameAlone"]]]);
    const [first, second] = questions.map(({ identityKey }) => identityKey);
    const answer = (identityKey = "", choice: "new" | "student", id?: number) =>
      decidePeople(office.admin, {
        importId,
        answers: [{ identityKey, choice, ...(id && { studentId: id }) }],
        inBackground: false,
      });
    await expect(answer(first, "new")).rejects.toThrow("notFromThisList");
    await answer(first, "student", await studentIdOf(office.admin, "S-2"));
    await readFile(office.admin, importId);
    await answer(second, "student", await studentIdOf(office.admin, "S-3"));
    await readFile(office.admin, importId);
    expect(await lists.counts(importId)).toEqual({ new: 3, unknownStudent: 1 });
    await write(importId, true);
    expect(Object.keys(await homesOf(office.admin))).toEqual(["S-1", "S-2", "S-3"]);
    const again = await preview(`${BY_NAME}Иванов Пётр,01.01.2004,2,9\n`);
    expect(await lists.rows(again)).toMatchObject([
      { outcome: "changed", codes: ["personRemembered"] },
    ]);
  });
});

test("whoever has left the dormitory cannot be filed by it, from the day after", async () => {
  await load("S-1,2,412,2025-09-01,2025-11-20,\n");
  const id = await studentIdOf(office.admin, "S-1");
  const draft = await createDraft(office.admin, {
    selection: { kind: "chosen", ids: [id] },
    asOf: "2025-11-20",
  });
  const obstaclesOn = async (asOf: string) => {
    const { included, leftOut } = await getRequestList(office.admin, { listId: draft.id, asOf });
    return [...included, ...leftOut].flatMap(({ obstacles }) => obstacles);
  };
  expect(await obstaclesOn("2025-11-20")).toEqual([]);
  expect(await obstaclesOn("2025-11-21")).toEqual([{ kind: "movedOut", ended: day("2025-11-20") }]);
});
