import { afterAll, expect, test } from "vitest";
import { today } from "@/lib/clock/today";
import { closeConnections } from "@/lib/db/connection";
import { columnFromDay } from "@/lib/db/day-column";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { addTestStudents } from "@/lib/db/test-students";
import { assessNightly } from "./nightly";

afterAll(closeConnections);

test("the work of the night assesses today's students of every institution", async () => {
  const institutions = [await newTestInstitution("One"), await newTestInstitution("Two")];
  for (const id of institutions) await addTestStudents(id, [{ studentNo: "N-1" }]);
  await assessNightly.run({});
  for (const institutionId of institutions) {
    const assessed = await inInstitution({ institutionId }, (tx) =>
      tx.assessment.count({ where: { asOf: columnFromDay(today()) } }),
    );
    expect(assessed).toBe(1);
  }
});
