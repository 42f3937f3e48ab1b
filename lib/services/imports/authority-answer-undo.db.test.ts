import fc from "fast-check";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { getImportRows } from "./get-import";
import { mendRows } from "./mends/mend-rows";
import { readFile } from "./read-file";
import { fileListOf, filesOf, officeWithDormitories, settleIn } from "./test-dormitory-office";
import { wholeTables } from "./test-whole-tables";

// Many answers and lists of grounds, read, written and taken back on a real database.
vi.setConfig({ testTimeout: 120_000 });

afterAll(closeConnections);

let admin: Actor;
beforeEach(async () => {
  vi.stubEnv("SANAK_TODAY", "2025-11-25");
  admin = await officeWithDormitories();
  await settleIn(admin);
  await fileListOf(admin, ["S-1", "S-2", "S-3"]);
  await fileListOf(admin, ["S-2"]);
});

const who = fc.constantFrom("S-1", "S-2", "S-3");
const number = fc.constantFrom("", "7", "8");
const from = fc.constantFrom("2025-11-20", "2025-12-01");
const answer = fc.record({
  studentNo: who,
  result: fc.constantFrom("registered", "refused", "returned"),
  reason: fc.constantFrom("", "x"),
  number,
  from,
  listNo: fc.constantFrom("", "1", "2"),
});
const ground = fc.record({
  studentNo: who,
  number,
  from,
  status: fc.constantFrom("granted", "requested"),
});

const answersFile = (rows: readonly (typeof answer extends fc.Arbitrary<infer T> ? T : never)[]) =>
  `student_no,result,reason,registration_no,valid_from,valid_to,list_no\n${rows
    .map(
      (row) =>
        `${row.studentNo},${row.result},${row.reason},${row.number},${row.from},2026-06-30,${row.listNo}\n`,
    )
    .join("")}`;
const groundsFile = (rows: readonly (typeof ground extends fc.Arbitrary<infer T> ? T : never)[]) =>
  `student_no,kind,number,valid_from,valid_to,status\n${rows
    .map((row) => `${row.studentNo},dormitory,${row.number},${row.from},2026-06-30,${row.status}\n`)
    .join("")}`;

const file = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .array(answer, { minLength: 1, maxLength: 4 })
      .map((rows) => ["authority", answersFile(rows)] as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(ground, { minLength: 1, maxLength: 3 })
      .map((rows) => ["grounds", groundsFile(rows)] as const),
  },
);

/** Says of all rows that conflict with another registration that the file's one holds. */
async function takeFile(importId: string): Promise<void> {
  const rows = await getImportRows(admin, { importId, outcomes: ["conflict"] });
  if (!rows.some(({ issues }) => issues.some(({ code }) => code === "otherRegistration"))) return;
  const what = { kind: "takeFile", rowNos: null } as const;
  await mendRows(admin, { importId, what, inBackground: false });
  await readFile(admin, importId);
}

test("whatever answers and grounds came: taken back from the last to the first all is as it was, and a file twice is one", async () => {
  const of = {
    authority: filesOf("authority", () => admin),
    grounds: filesOf("grounds", () => admin),
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(file, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (files, decide) => {
        const states = [await wholeTables(admin)];
        const written: { kind: "authority" | "grounds"; importId: string }[] = [];
        for (const [kind, text] of files) {
          const importId = await of[kind].preview(text);
          if (decide) await takeFile(importId);
          const { new: added = 0, changed = 0 } = await of[kind].counts(importId);
          if (added + changed === 0) continue;
          written.push({ kind, importId: await of[kind].write(importId, true) });
          states.push(await wholeTables(admin));
          const again = await of[kind].counts(await of[kind].preview(text));
          expect((again.new ?? 0) + (again.changed ?? 0)).toBe(0);
        }
        for (const { kind, importId } of written.toReversed()) {
          states.pop();
          expect((await of[kind].undo(importId)).counts.kept).toEqual({});
          expect(await wholeTables(admin)).toEqual(states.at(-1));
        }
      },
    ),
    { numRuns: 10 },
  );
});
