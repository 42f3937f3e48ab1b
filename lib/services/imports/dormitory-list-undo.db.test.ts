import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { listDormitories, removeDormitory } from "../office/dormitories";
import { updateResidence } from "../students/update-residence";
import { homesOf, LIST_HEAD, listsOfEachTest, studentIdOf } from "./test-dormitory-office";
import { wholeTables } from "./test-whole-tables";

// Each list is read, compared and written on a real database.
vi.setConfig({ testTimeout: 60_000 });

const { office, lists, load } = listsOfEachTest();
const { preview, write } = lists;

type Line = { studentNo: string; hall: string; room: string; from: string; to: string };
const writesOf = ({ new: added = 0, changed = 0 }: { new?: number; changed?: number }) =>
  added + changed;

describe("taking a list back", () => {
  const FIRST = "S-1,2,412,2025-09-01,2026-06-30,\nS-2,2,7,,,\n";

  test("leaves all as it was: what was added goes, what was changed is as before", async () => {
    const before = await wholeTables(office.admin);
    const first = await load(FIRST);
    const between = await wholeTables(office.admin);
    const second = await load("S-1,3,5,2025-11-01,,\nS-3,3,6,,,\n");
    expect((await lists.undo(second)).counts).toMatchObject({
      removed: { residence: 1 },
      restored: { residence: 1 },
      kept: {},
    });
    expect(await wholeTables(office.admin)).toEqual(between);
    expect((await lists.undo(first)).counts).toMatchObject({ removed: { residence: 2 }, kept: {} });
    expect(await wholeTables(office.admin)).toEqual(before);
  });

  test("keeps, and names, what a later list holds or somebody has changed", async () => {
    const first = await load(FIRST);
    const second = await load("S-2,2,7,,,\n".replace("7", "8"));
    const id = await studentIdOf(office.admin, "S-1");
    const [hall] = await listDormitories(office.admin, {});
    const typed = { studentId: id, route: "dormitory" as const, dormitoryId: hall?.id, room: "1" };
    await updateResidence(office.admin, typed);
    const { counts, kept } = await lists.undo(first);
    expect(counts).toMatchObject({ removed: {}, kept: { residence: 2 } });
    expect(kept.map(({ reason, importId }) => [reason, importId])).toEqual(
      expect.arrayContaining([
        ["changedSince", null],
        ["inLaterFile", second],
      ]),
    );
    expect((await lists.undo(second)).counts).toMatchObject({ removed: { residence: 1 } });
    expect(Object.keys(await homesOf(office.admin))).toEqual(["S-1"]);
  });

  test("does not go back to a dormitory that is no more", async () => {
    await load("S-1,2,412,,,\n");
    const second = await load("S-1,3,5,,,\n");
    const gone = (await listDormitories(office.admin, {})).find(({ name }) => name.endsWith("2"));
    await removeDormitory(office.admin, { id: gone?.id ?? 0 });
    const { counts, kept } = await lists.undo(second);
    expect(counts).toMatchObject({ removed: {}, restored: {} });
    expect(kept.map(({ reason }) => reason)).toContain("changedSince");
    expect(await homesOf(office.admin)).toEqual({ "S-1": ["3", "5", null, null] });
  });

  test("whatever lists came, in any order: taken back from the last to the first all is as it was, and a list twice is one", async () => {
    const row = fc.record({
      studentNo: fc.constantFrom("S-1", "S-2", "S-3"),
      hall: fc.constantFrom("2", "3"),
      room: fc.constantFrom("", "1", "2"),
      from: fc.constantFrom("", "2024-09-01", "2025-09-01"),
      to: fc.constantFrom("", "2025-06-30", "2026-06-30"),
    });
    const lineOf = ({ studentNo, hall, room, from, to }: Line) =>
      `${studentNo},${hall},${room},${from},${from > to ? "" : to},\n`;
    const list = fc.array(row, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(list, { minLength: 1, maxLength: 3 }), async (given) => {
        const states = [await wholeTables(office.admin)];
        const written: string[] = [];
        for (const rows of given) {
          const text = LIST_HEAD + rows.map(lineOf).join("");
          const importId = await preview(text);
          if (writesOf(await lists.counts(importId)) === 0) continue;
          written.push(await write(importId, true));
          states.push(await wholeTables(office.admin));
          expect(writesOf(await lists.counts(await preview(text)))).toBe(0);
        }
        for (const importId of written.toReversed()) {
          states.pop();
          expect((await lists.undo(importId)).counts.kept).toEqual({});
          expect(await wholeTables(office.admin)).toEqual(states.at(-1));
        }
      }),
      { numRuns: 8 },
    );
  });
});
