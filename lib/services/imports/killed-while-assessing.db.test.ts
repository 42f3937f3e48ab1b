import { Readable } from "node:stream";
import { beforeAll, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { readOverview } from "../assessments/overview";
import { getStudent } from "../students/get-student";
import { listStudents } from "../students/list-students";
import { studentFilter } from "../students/student-filter";
import { commitImport } from "./commit-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import {
  killAt,
  lockIsFree,
  type Point,
  programOfEachFile,
  recordOf,
  release,
} from "./test-killed-program";

const ALL = 300_000;

// Before the program starts, which takes its day from the environment.
beforeAll(() => {
  vi.stubEnv("SANAK_TODAY", "2025-11-15");
});
programOfEachFile();

const file = (kind: "roster" | "crossings", text: string) => ({
  kind,
  fileName: `${kind}.csv`,
  content: Readable.from([Buffer.from(text)]),
});
const ROSTER = `student_no,last_name,first_name,citizenship
S-1,A,B,KZ
S-2,C,D,KZ
`;
const LOG = `student_no,direction,at
S-1,entry,2025-03-01
S-2,entry,2025-11-10
`;

const today = studentFilter.parse({});
const verdictsOn = async (actor: Actor) =>
  Object.fromEntries(
    (await listStudents(actor, today)).rows.map(({ studentNo, verdict }) => [studentNo, verdict]),
  );

/** An office with a log that is to be written, and whose students have been assessed before it. */
async function officeAboutToWrite() {
  const actor = systemActor(await newTestInstitution());
  await importFile(actor, file("roster", ROSTER));
  const importId = await receiveFile(actor, file("crossings", LOG), false);
  await readFile(actor, importId);
  const before = await verdictsOn(actor);
  await commitImport(actor, { importId, leaveOut: false });
  return { actor, importId, before };
}

/** What is stored, whatever a page would say. */
const stored = (actor: Actor) =>
  inInstitution(actor, async (tx) => ({
    runs: await tx.assessmentRun.findMany(),
    verdicts: await tx.assessment.findMany({ orderBy: { studentId: "asc" } }),
  }));

async function diesAt(point: Point): Promise<void> {
  const { actor, importId, before } = await officeAboutToWrite();
  const was = await stored(actor);
  await killAt([point]);
  await lockIsFree(actor);
  await release([point]);
  // Written it is, and says so; of the assessments nothing has come.
  const { state, counts, progress } = await recordOf(actor, importId);
  expect([state, counts, progress]).toEqual(["committed", { new: 2 }, null]);
  expect(await stored(actor)).toEqual(was);

  // Whichever page is opened next tells of the facts as they are now.
  const after = await verdictsOn(actor);
  expect(after["S-1"]).not.toBe(before["S-1"]);
  const { verdicts } = await readOverview(actor, {});
  const counted = verdicts.filter(({ count }) => count > 0).map(({ value }) => value);
  expect(new Set(counted)).toEqual(new Set(Object.values(after)));
  for (const row of (await listStudents(actor, today)).rows) {
    const live = await getStudent(actor, { studentId: row.id, filter: today });
    expect(row.verdict).toBe(live.assessment.verdict);
  }
}

test(
  "a program that is killed while it writes the verdicts after an import leaves the import written, and the next page assesses",
  () => diesAt("verdictsWritten"),
  ALL,
);

test("so does one that is killed at the very end of the assessing", () => diesAt("assessed"), ALL);
