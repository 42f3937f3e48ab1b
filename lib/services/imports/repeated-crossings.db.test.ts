import { expect, test, vi } from "vitest";
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
