import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { commitImport } from "./commit-import";
import { discardImport } from "./discard-import";
import { getImport } from "./get-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { writeImport } from "./write-import";

const STUDENTS = 200;
const ROWS = 20_000;

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
});
afterAll(closeConnections);

const file = (kind: "roster" | "crossings", text: string) => ({
  kind,
  fileName: "file.csv",
  content: Readable.from([Buffer.from(text)]),
});

function roster(from: number, to: number): string {
  const lines = Array.from({ length: to - from }, (_, n) => `S-${from + n},A,B,KZ`);
  return `student_no,last_name,first_name,citizenship\n${lines.join("\n")}\n`;
}

/** A log of so many crossings; the first is that of number `first`. */
function log(rows: number, first = 0): string {
  const lines = Array.from({ length: rows }, (_, n) => {
    const turn = Math.floor((first + n) / STUDENTS);
    const day = new Date(Date.UTC(2020, 0, 1 + turn)).toISOString().slice(0, 10);
    return `S-${(first + n) % STUDENTS},${turn % 2 === 0 ? "entry" : "exit"},${day}`;
  });
  return `student_no,direction,at\n${lines.join("\n")}\n`;
}

const recordOf = async (importId: string) => (await getImport(actor, { importId })).record;
const kept = () =>
  inInstitution(actor, async (tx) => {
    const [stored] = await tx.$queryRaw<
      { rows: number }[]
    >`select count(*)::int as rows from import_row`;
    return {
      crossings: await tx.crossing.count(),
      rows: stored?.rows,
      version: (await tx.institution.findFirstOrThrow()).factsVersion,
    };
  });

async function readyLog(text: string): Promise<string> {
  const importId = await receiveFile(actor, file("crossings", text), false);
  await readFile(actor, importId);
  return importId;
}

const commit = (importId: string, leaveOut = false) =>
  commitImport(actor, { importId, leaveOut, inBackground: false });

test.each(["reading", "comparing"])(
  "an import that is discarded while it is read (%s) leaves nothing",
  async (stage) => {
    await importFile(actor, file("roster", roster(0, STUDENTS)));
    const before = { ...(await kept()), rows: STUDENTS };
    const importId = await receiveFile(actor, file("crossings", log(ROWS)), false);
    const done = readFile(actor, importId);
    await expect
      .poll(async () => (await recordOf(importId)).progress?.stage, {
        interval: 5,
        timeout: 30_000,
      })
      .toBe(stage);
    await discardImport(actor, { importId });
    await done;
    expect(await recordOf(importId)).toMatchObject({ state: "discarded", progress: null });
    expect(await kept()).toEqual(before);
  },
);

test.each(["reading", "comparing", "writing"])(
  "an import that is discarded while it is written (%s) leaves nothing, and the next is not kept waiting",
  async (stage) => {
    await importFile(actor, file("roster", roster(0, STUDENTS)));
    // A log that is read and compared before anyone can look would be discarded in another stage.
    const rows = stage === "writing" ? ROWS : 8 * ROWS;
    const importId = await readyLog(log(rows));
    // What the check found is taken as it is unless facts have changed since.
    if (stage !== "writing") {
      await inInstitution(actor, (tx) =>
        tx.institution.updateMany({ data: { factsVersion: { increment: 1 } } }),
      );
    }
    const before = { ...(await kept()), rows: STUDENTS };
    await commit(importId);
    const done = writeImport(actor, importId, null);
    await expect
      .poll(
        async () => {
          const { progress } = await recordOf(importId);
          return progress?.stage === stage && progress.total === rows;
        },
        { interval: 5, timeout: 30_000 },
      )
      .toBe(true);
    await discardImport(actor, { importId });
    await done;
    expect(await recordOf(importId)).toMatchObject({ state: "discarded", progress: null });
    expect(await kept()).toEqual(before);
    expect(await importFile(actor, file("crossings", log(10)))).toMatchObject({
      state: "committed",
      counts: { new: 10 },
    });
  },
);

test("more rows may not stay out than were agreed to: the import goes back to review and says so", async () => {
  await importFile(actor, file("roster", roster(0, STUDENTS)));
  const importId = await readyLog(log(STUDENTS));
  expect((await recordOf(importId)).counts).toEqual({ new: STUDENTS });
  await commit(importId);
  await inInstitution(actor, (tx) => tx.student.deleteMany({ where: { studentNo: "S-7" } }));
  await writeImport(actor, importId, null);
  expect(await recordOf(importId)).toMatchObject({
    state: "ready",
    problem: { code: "agreedChanged" },
    counts: { new: STUDENTS - 1, unknownStudent: 1 },
  });
  expect((await kept()).crossings).toBe(0);
  await commit(importId, true);
  await writeImport(actor, importId, null);
  expect((await recordOf(importId)).state).toBe("committed");
  expect((await kept()).crossings).toBe(STUDENTS - 1);
});

test("nor may as many others: which rows stay out was agreed to, not how many", async () => {
  await importFile(actor, file("roster", roster(0, STUDENTS)));
  await inInstitution(actor, (tx) => tx.student.deleteMany({ where: { studentNo: "S-7" } }));
  const importId = await readyLog(log(STUDENTS));
  const counts = { new: STUDENTS - 1, unknownStudent: 1 };
  expect((await recordOf(importId)).counts).toEqual(counts);
  await commitImport(actor, { importId, leaveOut: true, inBackground: false });
  await inInstitution(actor, (tx) =>
    tx.student.updateMany({ where: { studentNo: "S-8" }, data: { studentNo: "S-7" } }),
  );
  await writeImport(actor, importId, null);
  expect(await recordOf(importId)).toMatchObject({
    state: "ready",
    problem: { code: "agreedChanged" },
    counts,
  });
  expect(await inInstitution(actor, (tx) => tx.crossing.count())).toBe(0);
});

test("two imports that race with common rows, each in another order, double nothing and do not deadlock", async () => {
  await importFile(actor, file("roster", roster(0, STUDENTS)));
  const [heading = "", ...lines] = log(6000).trimEnd().split("\n");
  const backwards = `${[heading, ...lines.toReversed()].join("\n")}\n`;
  const texts = [log(6000), backwards, log(6000, 3000)];
  const ids = await Promise.all(texts.map(readyLog));
  for (const id of ids) await commit(id);
  await Promise.all(ids.map((id) => writeImport(actor, id, null)));
  const states = await Promise.all(ids.map(async (id) => (await recordOf(id)).state));
  expect(states).toEqual(["committed", "committed", "committed"]);
  expect((await kept()).crossings).toBe(9000);
});

test("a file that the program died of again and again is given up", async () => {
  const importId = await receiveFile(actor, file("crossings", log(10)), false);
  await inInstitution(actor, (tx) =>
    tx.import.updateMany({
      where: { id: importId },
      data: { state: "reading", progress: { stage: "reading", done: 0, attempt: 5 } },
    }),
  );
  await readFile(actor, importId);
  expect(await recordOf(importId)).toMatchObject({
    state: "failed",
    problem: { code: "unexpected" },
  });
});
