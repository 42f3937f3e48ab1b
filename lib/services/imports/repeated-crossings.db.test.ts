import { expect, test, vi } from "vitest";
import { inInstitution } from "@/lib/db/in-institution";
import { filesOf, listsOfEachTest } from "./test-dormitory-office";

// The log is read and compared on a real database.
vi.setConfig({ testTimeout: 60_000 });

const { office } = listsOfEachTest();
const logs = filesOf("crossings", () => office.admin);

test("of two rows of one minute with different checkpoints it is told that they differ, and which one is read", async () => {
  const rows = await logs.rows(
    await logs.preview(
      "student_no,direction,at,checkpoint\n" +
        "S-1,exit,2025-10-02 10:00,Манас\n" +
        "S-1,exit,2025-10-02 10:00,Ак-Жол\n" +
        "S-1,exit,2025-10-02 10:00,Манас\n" +
        "S-1,exit,2025-10-02 10:00,\n",
    ),
  );
  expect(rows.map(({ outcome, codes }) => [outcome, ...codes])).toEqual([
    ["new"],
    ["repeated", "otherCheckpoint"],
    ["repeated"],
    ["repeated"],
  ]);
});

const log = (...rows: string[]) => ["student_no,direction,at", ...rows, ""].join("\n");
const held = () =>
  inInstitution(office.admin, async (tx) => {
    const found = await tx.crossing.findMany({
      where: { direction: "exit" },
      orderBy: [{ day: "asc" }, { minute: "asc" }],
    });
    return found.map(({ day, minute }) => [day.toISOString().slice(0, 10), minute]);
  });
const outcomes = async (importId: string) =>
  (await logs.rows(importId)).map(({ outcome, changes }) => [outcome, changes]);

test("a crossing that is held without a time and comes again at 00:00 is the same one, and has its time then", async () => {
  await logs.load(log("S-1,exit,2025-10-02", "S-2,exit,2025-10-02"));
  const again = await logs.load(log("S-1,exit,2025-10-02 00:00", "S-2,exit,2025-10-02 10:00"));
  expect(await outcomes(again)).toEqual([
    ["changed", { at: ["", "00:00"] }],
    // Any other time may be another crossing.
    ["new", {}],
  ]);
  const three = [null, 0, 600].map((minute) => ["2025-10-02", minute]);
  expect(new Set(await held())).toEqual(new Set(three));
  await logs.undo(again);
  expect(await held()).toEqual([
    ["2025-10-02", null],
    ["2025-10-02", null],
  ]);
});

test("a crossing that is held at 00:00 and comes again without a time is the same one, and keeps its time", async () => {
  await logs.load(log("S-1,exit,2025-10-02 00:00"));
  expect(await outcomes(await logs.load(log("S-1,exit,2025-10-02")))).toEqual([["unchanged", {}]]);
  expect(await held()).toEqual([["2025-10-02", 0]]);
});

test("where a file has both, one without a time and one at 00:00, they are two", async () => {
  await logs.load(log("S-1,exit,2025-10-02"));
  const both = log("S-1,exit,2025-10-02", "S-1,exit,2025-10-02 00:00");
  expect(await outcomes(await logs.load(both))).toEqual([
    ["unchanged", {}],
    ["new", {}],
  ]);
  expect(await outcomes(await logs.load(both))).toEqual([
    ["unchanged", {}],
    ["unchanged", {}],
  ]);
});
