import { afterAll, beforeEach, expect, test } from "vitest";
import { day } from "@/lib/civil-date/day";
import { closeConnections } from "@/lib/db/connection";
import { columnFromDay } from "@/lib/db/day-column";
import { touchFacts } from "@/lib/db/facts-version";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { addTestStudents } from "@/lib/db/test-students";
import { ensureAssessed } from "./ensure-assessed";

afterAll(closeConnections);

const NOVEMBER = day("2025-11-15");
const INSIDE_FROM_SEPTEMBER = { studentNo: "S-1", crossings: "+2025-09-01" };
const COMMUTER = { studentNo: "S-2", crossings: "+2025-09-12 -2025-09-26 +2025-10-10" };

let institutionId: string;
let first: number;
let second: number;

beforeEach(async () => {
  institutionId = await newTestInstitution();
  [first = 0, second = 0] = await addTestStudents(institutionId, [INSIDE_FROM_SEPTEMBER, COMMUTER]);
});

const ensure = (asOf = NOVEMBER) =>
  inInstitution({ institutionId }, (tx) => ensureAssessed(tx, asOf));

function rows(asOf = NOVEMBER) {
  return inInstitution({ institutionId }, (tx) =>
    tx.assessment.findMany({ where: { asOf: columnFromDay(asOf) }, orderBy: { studentId: "asc" } }),
  );
}

/** Writes over the stored verdicts, so that a test sees which rows are made anew. */
async function spoil(): Promise<void> {
  await inInstitution({ institutionId }, (tx) =>
    tx.assessment.updateMany({ data: { verdict: "spoilt" } }),
  );
}

const verdicts = async () => (await rows()).map(({ verdict }) => verdict);

test("the table says of a student inside since 1 September that 90 days are reached on 29 November", async () => {
  await ensure();
  const [row] = await rows();
  expect(row).toMatchObject({
    studentId: first,
    used: 76,
    usedMin: 76,
    limitDays: 90,
    reachedOn: columnFromDay(day("2025-11-30")),
    inside: true,
    lastCrossingOn: columnFromDay(day("2025-09-01")),
    lastDirection: "entry",
    registrationDueOn: columnFromDay(day("2025-09-30")),
    verdict: "registration_overdue",
    verdictRank: 2,
  });
  expect(row?.strip).toBe("o".repeat(104) + "c".repeat(76));
});

test("where nothing has moved nothing is made anew", async () => {
  await ensure();
  await spoil();
  await ensure();
  expect(await verdicts()).toEqual(["spoilt", "spoilt"]);
});

test("where facts have moved only the students concerned are assessed anew", async () => {
  await ensure();
  await spoil();
  await inInstitution({ institutionId }, async (tx) => {
    await tx.crossing.create({
      data: {
        institutionId,
        studentId: second,
        day: columnFromDay(day("2025-11-01")),
        direction: "exit",
      },
    });
    await touchFacts(tx, [second]);
  });
  await ensure();
  const [untouched, touched] = await rows();
  expect(untouched?.verdict).toBe("spoilt");
  expect(touched).toMatchObject({
    inside: false,
    lastCrossingOn: columnFromDay(day("2025-11-01")),
  });
});

test("a student added later gets an assessment on days that were assessed before", async () => {
  await ensure();
  await addTestStudents(institutionId, [{ studentNo: "S-3" }]);
  await ensure();
  expect((await verdicts())[2]).toBe("unknown");
});

test("another academic year makes every assessment anew", async () => {
  await ensure();
  await spoil();
  await inInstitution({ institutionId }, (tx) =>
    tx.academicYear.create({
      data: {
        institutionId,
        startsOn: columnFromDay(day("2025-09-15")),
        endsOn: columnFromDay(day("2026-07-05")),
      },
    }),
  );
  const { academicYear } = await ensure();
  expect(academicYear).toEqual({ from: day("2025-09-15"), to: day("2026-07-05") });
  expect(await verdicts()).not.toContain("spoilt");
});

test("another setting makes every assessment anew", async () => {
  await ensure();
  await spoil();
  await inInstitution({ institutionId }, (tx) =>
    tx.institution.update({
      where: { id: institutionId },
      data: { settings: { kzCountingStart: "2025-12-01" } },
    }),
  );
  await ensure();
  const [row] = await rows();
  expect(row?.verdict).toBe("registration_overdue");
  expect(row?.used).toBeNull();
});

test("every day has its own assessments, and crossings after it do not count", async () => {
  await ensure(day("2025-09-30"));
  const [, commuter] = await rows(day("2025-09-30"));
  expect(commuter).toMatchObject({ used: 15, inside: false, lastDirection: "exit" });
  await ensure();
  expect((await rows(day("2025-09-30"))).length).toBe(2);
});

test("of the days asked for only the most recent are kept", async () => {
  for (let n = 0; n < 14; n += 1) await ensure(day(`2025-10-${String(n + 1).padStart(2, "0")}`));
  const kept = await inInstitution({ institutionId }, (tx) => tx.assessmentRun.count());
  expect(kept).toBeLessThanOrEqual(11);
  expect((await rows(day("2025-10-01"))).length).toBe(0);
  expect((await rows(day("2025-10-14"))).length).toBe(2);
});

test("requests at the same moment end in one set of assessments", async () => {
  await Promise.all([ensure(), ensure(), ensure(), ensure()]);
  expect((await rows()).length).toBe(2);
});

test("an institution's facts do not move another's assessments", async () => {
  await ensure();
  const other = await newTestInstitution();
  await addTestStudents(other, [{ studentNo: "S-1" }]);
  await inInstitution({ institutionId: other }, (tx) => ensureAssessed(tx, NOVEMBER));
  await spoil();
  await ensure();
  expect(await verdicts()).toEqual(["spoilt", "spoilt"]);
  const theirs = await inInstitution({ institutionId: other }, (tx) => tx.assessment.count());
  expect(theirs).toBe(1);
});
