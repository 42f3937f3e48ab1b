import { afterAll, expect, test } from "vitest";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { addTestStudents } from "@/lib/db/test-students";
import { noChanges, noteVerdict, summaryOfEach } from "./verdict-changes";

afterAll(closeConnections);

test("each change names its first students, also where other changes have earlier names", async () => {
  const institutionId = await newTestInstitution();
  const ids = await addTestStudents(
    institutionId,
    ["A", "B", "C", "Z"].map((lastName) => ({ studentNo: lastName, lastName })),
  );
  const changed = noChanges();
  for (const id of ids.slice(0, 3)) noteVerdict(changed, id, "covered", "at_risk");
  noteVerdict(changed, ids.at(-1) ?? 0, "covered", "unregistered");
  const { students, changes, first } = await inInstitution(systemActor(institutionId), (tx) =>
    summaryOfEach(tx, changed, 2),
  );
  expect([students, changes.map(({ count }) => count).sort()]).toEqual([4, [1, 3]]);
  expect(first.map(({ studentNo, to }) => `${studentNo} ${to}`).sort()).toEqual([
    "A at_risk",
    "B at_risk",
    "Z unregistered",
  ]);
});
