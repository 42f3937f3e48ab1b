import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { newTestInstitution } from "@/lib/db/test-institution";
import type { ImportKind } from "@/lib/import/fields";
import { commitImport } from "./commit-import";
import { getImport } from "./get-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { writeImport } from "./write-import";

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
  await importFile(actor, file("roster", ROSTER));
});
afterAll(closeConnections);

const ROSTER = `student_no,last_name,first_name,citizenship
S-1,OMURBEKOVA,AIZADA,KZ
S-2,IVANOV,PETR,RUS
`;
const FILES: Readonly<Record<"roster" | "crossings" | "grounds", string>> = {
  roster: `${ROSTER}S-3,LI,WEI,CN\nS-4,LI,ANNA,CN\n`,
  crossings: "student_no,direction,at\nS-1,entry,2025-09-01\nS-2,entry,2025-09-02\n",
  grounds:
    "student_no,kind,number,valid_from,valid_to,status\nS-1,dormitory,7,2025-09-05,2026-06-30,granted\n",
};

const file = (kind: ImportKind, text: string, fileName = `${kind}.csv`) => ({
  kind,
  fileName,
  content: Readable.from([Buffer.from(text)]),
});
async function check(kind: ImportKind, text: string, fileName: string): Promise<string> {
  const importId = await receiveFile(actor, file(kind, text, fileName), false);
  await readFile(actor, importId);
  return importId;
}
async function write(importId: string) {
  await commitImport(actor, { importId, leaveOut: false, inBackground: false });
  await writeImport(actor, importId, null);
  const { record, overtaken } = await getImport(actor, { importId });
  return { counts: record.counts, overtaken };
}

test.each(["roster", "crossings", "grounds"] as const)(
  "an import whose rows another one has written meanwhile says how many, and which it was: %s",
  async (kind) => {
    const [first, second] = [
      await check(kind, FILES[kind], "first.csv"),
      await check(kind, FILES[kind], "second.csv"),
    ];
    const { counts, overtaken } = await write(first);
    expect(overtaken).toBeNull();
    const written = counts?.new ?? 0;
    expect(written).toBeGreaterThan(0);
    expect(await write(second)).toMatchObject({
      counts: { unchanged: kind === "roster" ? 4 : written },
      overtaken: { rows: written, imports: [{ id: first, fileName: "first.csv" }] },
    });
  },
);

test("a part of the rows is told too, and nothing where all were written", async () => {
  const half = FILES.crossings.split("\n").slice(0, 2).join("\n");
  const [first, second] = [
    await check("crossings", half, "half.csv"),
    await check("crossings", FILES.crossings, "whole.csv"),
  ];
  await write(first);
  expect(await write(second)).toMatchObject({
    counts: { new: 1, unchanged: 1 },
    overtaken: { rows: 1, imports: [{ id: first, fileName: "half.csv" }] },
  });
  const again = await check("crossings", `${FILES.crossings}S-1,exit,2025-09-20\n`, "more.csv");
  expect((await write(again)).overtaken).toBeNull();
});
