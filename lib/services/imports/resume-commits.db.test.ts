import { Readable } from "node:stream";
import { afterAll, expect, test } from "vitest";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { newTestInstitution } from "@/lib/db/test-institution";
import { closeQueue } from "@/lib/jobs/queue";
import { startWorkers } from "@/lib/jobs/workers";
import { listStudents } from "../students/list-students";
import { commitImport } from "./commit-import";
import { getImport } from "./get-import";
import { importCommit } from "./import-jobs";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { resumeCommits } from "./resume-commits";

afterAll(async () => {
  await closeQueue();
  await closeConnections();
});

const ROSTER = `student_no,last_name,first_name,citizenship
S-1,OMURBEKOVA,AIZADA,KZ
`;

test("a commit whose job the queue has given up is done after the next start", async () => {
  const actor = systemActor(await newTestInstitution());
  const content = Readable.from([Buffer.from(ROSTER)]);
  const file = { kind: "roster", fileName: "roster.csv", content } as const;
  const importId = await receiveFile(actor, file, false);
  await readFile(actor, importId);
  await commitImport(actor, { importId, leaveOut: false, inBackground: false });
  const state = async () => (await getImport(actor, { importId })).record.state;
  expect(await state()).toBe("committing");
  await startWorkers([importCommit]);
  await resumeCommits();
  await expect.poll(state, { timeout: 30_000 }).toBe("committed");
  expect((await listStudents(actor, {})).total).toBe(1);
});
