import { afterAll, beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { getGrid } from "./mends/get-grid";
import { fileListOf, filesOf, officeWithDormitories, settleIn } from "./test-dormitory-office";

// Each file is read, compared and written on a real database.
vi.setConfig({ testTimeout: 60_000 });

afterAll(closeConnections);

const ANSWERS = "document_no,result,registration_no,valid_from,valid_to\n";
const GROUNDS = "student_no,kind,number,valid_from,valid_to,status\n";

let admin: Actor;
beforeEach(async () => {
  vi.stubEnv("SANAK_TODAY", "2025-11-25");
  admin = await officeWithDormitories();
});

const answers = filesOf("authority", () => admin);
const grounds = filesOf("grounds", () => admin);

type Files = typeof grounds;
async function told(files: Files, text: string) {
  const importId = await files.preview(text);
  const rows = await files.rows(importId);
  return { importId, rows: rows.map(({ outcome, codes }) => [outcome, ...codes]) };
}

test("a ground whose days are years away is written, and its days are doubted, grouped by what is doubted", async () => {
  const { importId, rows } = await told(
    grounds,
    `${GROUNDS}S-1,address,A-1,2005-10-01,2056-06-30,granted
S-2,address,A-2,2026-09-01,2027-06-30,granted
S-3,address,A-3,2019-12-01,2031-11-24,granted
S-3,visa,V-3,2019-11-01,,granted
`,
  );
  expect(rows).toEqual([
    ["new", "beganLongAgo", "endsFarAhead"],
    ["new", "beginsLate"],
    ["new"],
    ["new", "beganLongAgo"],
  ]);
  const { groups } = await getGrid(admin, { importId });
  expect(groups.map(({ code, severity, count }) => [code, severity, count])).toEqual([
    ["beganLongAgo", "warning", 2],
    ["beginsLate", "warning", 1],
    ["endsFarAhead", "warning", 1],
  ]);
  await grounds.write(importId);
  expect(await grounds.counts(importId)).toEqual({ new: 4 });
});

test("a number that different students have is doubted, in the file and beside what is recorded", async () => {
  await grounds.load(`${GROUNDS}S-1,address,A-1,2025-10-01,2026-06-30,granted\n`);
  const { rows } = await told(
    grounds,
    `${GROUNDS}S-1,address,A-1,2025-10-01,2026-06-30,granted
S-2,dormitory,A-1,2025-10-01,2026-06-30,granted
S-2,visa,A-1,2025-10-01,2026-06-30,granted
S-2,employment,б/н,2025-10-01,2026-06-30,granted
S-3,employment,б/н,2025-10-01,2026-06-30,granted
`,
  );
  expect(rows).toEqual([
    ["unchanged", "numberTwice"],
    ["new", "numberTwice", "numberOfAnother"],
    ["new"],
    ["new"],
    ["new"],
  ]);
});

test("an authority's answer with a mistyped year, or with the number of another, is doubted too", async () => {
  await settleIn(admin);
  await fileListOf(admin, ["S-1", "S-2", "S-3"]);
  const { importId, rows } = await told(
    answers,
    `${ANSWERS}N11111111,registered,P-7,2020-01-01,2036-06-30
4512345678,registered,P-7,2026-09-01,2027-06-30
N33333333,registered,P-1,2024-11-14,2026-06-30
`,
  );
  expect(rows).toEqual([
    ["new", "endsFarAhead", "beforeRequest", "numberTwice"],
    ["new", "beginsLate", "numberTwice"],
    ["new", "beforeRequest"],
  ]);
  await answers.write(importId);
  const again = await told(answers, `${ANSWERS}N33333333,registered,P-7,2025-11-20,2026-06-30\n`);
  expect(again.rows).toEqual([["changed", "numberOfAnother"]]);
});
