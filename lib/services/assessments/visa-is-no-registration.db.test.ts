import { afterAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { day } from "@/lib/civil-date/day";
import { closeConnections } from "@/lib/db/connection";
import { newTestInstitution } from "@/lib/db/test-institution";
import { addTestStudents } from "@/lib/db/test-students";
import { listStudents } from "../students/list-students";
import { readOverview } from "./overview";

afterAll(closeConnections);

const AS_OF = day("2025-11-15");
const VISA = { kind: "visa", from: "2025-11-01", to: "2026-12-31" } as const;
const SHORT_VISA = { kind: "visa", from: "2025-11-01", to: "2025-11-30" } as const;
const DORMITORY = { kind: "dormitory", from: "2025-11-12", to: "2026-07-31" } as const;

test("who is protected by a visa alone is among those whose registration is overdue, the longest overdue first", async () => {
  const institutionId = await newTestInstitution();
  await addTestStudents(institutionId, [
    // Five working days from Monday, 10 November: until Friday.
    { studentNo: "later", citizenship: "IN", crossings: "+2025-11-10", grounds: [VISA] },
    { studentNo: "first", citizenship: "IN", crossings: "+2025-11-03", grounds: [SHORT_VISA] },
    {
      studentNo: "registered",
      citizenship: "IN",
      crossings: "+2025-11-03",
      grounds: [VISA, DORMITORY],
    },
    {
      studentNo: "abroad",
      citizenship: "IN",
      crossings: "+2025-11-03 -2025-11-09",
      grounds: [VISA],
    },
  ]);
  const reader: Actor = { userId: null, institutionId, role: "reader", locale: "ru" };
  const { rows } = await listStudents(reader, {
    asOf: AS_OF,
    registration: ["overdue"],
    sort: "registration",
  });
  expect(rows.map(({ studentNo }) => studentNo)).toEqual(["first", "later"]);
  expect(rows[1]).toMatchObject({
    verdict: "covered",
    registrationDueOn: day("2025-11-14"),
    protectedUntil: day("2026-12-31"),
  });
  const { parts } = await readOverview(reader, { asOf: AS_OF });
  expect([parts.overdue.count, parts.ending.count]).toEqual([2, 1]);
});
