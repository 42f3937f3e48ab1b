import { Readable } from "node:stream";
import { afterAll, expect, test } from "vitest";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { newTestAccount } from "../access/test-account";
import { comparePeople, mergePeople } from "../students/merge-people";
import { idOf, load, merge, undo } from "../students/test-records";
import { importFile } from "./import-file";
import { undoPreview } from "./undo-preview";

afterAll(closeConnections);

const ROSTER = `student_no,last_name,first_name,citizenship
S-1,OMURALIEVA,GULZAT,KZ
S-2,OMURALIEVA,GULZAT,KZ
`;

test("taking back a roster names the merge of two of its students, which goes with them", async () => {
  const { actor } = await newTestAccount(await newTestInstitution(), "registrar");
  const content = Readable.from([Buffer.from(ROSTER)]);
  const { id: importId } = await importFile(actor, { kind: "roster", fileName: "r.csv", content });
  expect((await undoPreview(actor, { importId })).people).toEqual([]);
  const students = await inInstitution(actor, (tx) =>
    tx.student.findMany({ orderBy: { id: "asc" }, select: { id: true } }),
  );
  const pair = { keptId: students[0]?.id ?? 0, goneId: students[1]?.id ?? 0 };
  const { kept, gone } = await comparePeople(actor, pair);
  const seen = { keptSeen: kept.factsVersion, goneSeen: gone.factsVersion };
  await mergePeople(actor, { ...pair, ...seen, reason: "один человек" });
  expect((await undoPreview(actor, { importId })).people).toMatchObject([
    {
      kind: "merge",
      studentId: pair.keptId,
      one: "S-1 OMURALIEVA GULZAT",
      other: "S-2 OMURALIEVA GULZAT",
      reason: "один человек",
      goes: true,
    },
  ]);
});

test("a ground that goes back to what it was is the student's whose it is now, who is assessed anew", async () => {
  const { actor } = await newTestAccount(await newTestInstitution(), "administrator");
  await load(actor, "roster", ROSTER.trim().split("\n"));
  const ground = (until: string) => [
    "student_no,kind,number,valid_from,valid_to,status",
    `S-2,registration,R-1,2025-09-01,${until},granted`,
  ];
  await load(actor, "grounds", ground("2025-12-01"));
  const longer = await load(actor, "grounds", ground("2026-06-01"), "longer.csv");
  await merge(actor, "S-1", "S-2");
  const stands = { where: { id: await idOf(actor, "S-1") } };
  const version = () =>
    inInstitution(actor, async (tx) => (await tx.student.findFirstOrThrow(stands)).factsVersion);
  const before = await version();
  await undo(actor, longer);
  expect(await version()).toBeGreaterThan(before);
});
