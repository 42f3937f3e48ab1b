import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { day } from "@/lib/civil-date/day";
import { ENGINE_VERSION } from "@/lib/compliance/engine-version";
import { ruleSetFor } from "@/lib/compliance/rule-set";
import { readMadeWith } from "@/lib/db/assessment-runs";
import { rewriteDay } from "@/lib/db/bulk-assessments";
import { closeConnections } from "@/lib/db/connection";
import { columnFromDay } from "@/lib/db/day-column";
import { touchFacts } from "@/lib/db/facts-version";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { addTestStudents } from "@/lib/db/test-students";
import { listStudents } from "../students/list-students";
import { assessDay } from "./assess-day";
import { assessmentRecord } from "./assessment-record";
import { basisOf, madeWith, readBasis } from "./basis";
import { BeingAssessed } from "./being-assessed";
import { ensureAssessed } from "./ensure-assessed";
import { NotYetAssessed } from "./not-yet-assessed";
import { reassess } from "./reassess";
import { waitForDay } from "./wait-for-day";

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

const ensure = (asOf = NOVEMBER) => assessDay({ institutionId }, asOf);
const look = (asOf = NOVEMBER) =>
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
  await expect(look()).rejects.toBeInstanceOf(NotYetAssessed);
  await ensure();
  const { academicYear } = await look();
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
  await assessDay({ institutionId: other }, NOVEMBER);
  await spoil();
  await ensure();
  expect(await verdicts()).toEqual(["spoilt", "spoilt"]);
  const theirs = await inInstitution({ institutionId: other }, (tx) => tx.assessment.count());
  expect(theirs).toBe(1);
});

test("a day that was never assessed is not looked at, and one that was is", async () => {
  await expect(look()).rejects.toBeInstanceOf(NotYetAssessed);
  await ensure();
  expect((await look()).asOf).toBe(NOVEMBER);
});

test("a run says in words what its verdicts were made with", async () => {
  await ensure();
  const made = await inInstitution({ institutionId }, (tx) => readMadeWith(tx, NOVEMBER));
  expect(made).toMatchObject({
    regime: "kg",
    regimeVersion: ruleSetFor("kg").version,
    engineVersion: ENGINE_VERSION,
    settings: { kzCountingStart: "2025-09-01", readings: ["rolling", "anchored", "cumulative"] },
    academicYear: { from: day("2025-09-01"), to: day("2026-06-30") },
  });
});

test("what is stored from packed facts is what the rows of the facts give", async () => {
  await ensure();
  const before = await rows();
  await inInstitution({ institutionId }, async (tx) => {
    const basis = await readBasis(tx, NOVEMBER);
    for (const id of [first, second]) await reassess(tx, basis, id);
  });
  expect(await rows()).toEqual(before);
});

test("facts are packed anew when they move, when the format does, and not otherwise", async () => {
  const packed = () =>
    inInstitution({ institutionId }, (tx) =>
      tx.packedFacts.findMany({ orderBy: { studentId: "asc" }, select: { factsVersion: true } }),
    );
  const spoilFormat = (studentId: number) =>
    inInstitution({ institutionId }, (tx) =>
      tx.packedFacts.updateMany({
        where: { studentId },
        data: { format: 0, facts: new Uint8Array(1) },
      }),
    );
  await ensure();
  expect(await packed()).toEqual([{ factsVersion: 1 }, { factsVersion: 1 }]);
  await spoilFormat(first);
  await inInstitution({ institutionId }, (tx) => touchFacts(tx, [second]));
  await ensure();
  expect(await packed()).toEqual([{ factsVersion: 1 }, { factsVersion: 2 }]);
  await ensure(day("2025-11-16"));
  expect((await rows(day("2025-11-16"))).map(({ used }) => used)).toEqual([77, 53]);
});

test("two processes that race for a day make it once after the other", async () => {
  const work = { newerThan: null, keep: { days: [], newest: 10 } };
  const assessed: number[] = [];
  await ensure();
  const race = () =>
    rewriteDay({ institutionId }, NOVEMBER, (stored, run) => {
      if (run?.basis === "raced") return null;
      const basis = basisOf(stored, NOVEMBER);
      return {
        ...work,
        assess: (id, facts) => {
          assessed.push(id);
          return assessmentRecord(id, facts, basis);
        },
        run: { factsVersion: basis.factsVersion, ...madeWith(basis), basis: "raced" },
      };
    });
  await Promise.all([race(), race(), race()]);
  expect(assessed).toEqual([first, second]);
});

test("work that fails leaves the day as it was", async () => {
  await ensure();
  const before = await rows();
  const failing = rewriteDay({ institutionId }, NOVEMBER, (stored) => {
    const basis = basisOf(stored, NOVEMBER);
    return {
      newerThan: null,
      keep: { days: [], newest: 10 },
      assess: (id, facts) => {
        if (id === second) throw new Error("as a test");
        return { ...assessmentRecord(id, facts, basis), verdict: "exempt" };
      },
      run: { factsVersion: basis.factsVersion, ...madeWith(basis), basis: "failed" },
    };
  });
  await expect(failing).rejects.toThrow("as a test");
  expect(await rows()).toEqual(before);
  await expect(look()).resolves.toBeDefined();
});

test("who waits too long for a day is told that it is being made, and it is", async () => {
  let waited: unknown;
  await inInstitution({ institutionId }, async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(
      hashtextextended('assessment:' || current_setting('sanak.institution'), 0))::text`;
    waited = await waitForDay({ institutionId }, NOVEMBER, 20).catch((error: unknown) => error);
  });
  expect(waited).toBeInstanceOf(BeingAssessed);
  await ensure();
  expect((await verdicts()).length).toBe(2);
});

test("a service that finds the day out of date has it made and begins anew", async () => {
  const actor: Actor = { userId: null, institutionId, role: "reader", locale: "ru" };
  const seen = async () =>
    (await listStudents(actor, { asOf: "2025-11-15" })).rows.map(({ studentNo }) => studentNo);
  expect((await seen()).sort()).toEqual(["S-1", "S-2"]);
  await addTestStudents(institutionId, [{ studentNo: "S-3" }]);
  expect((await Promise.all([seen(), seen(), seen()])).map(({ length }) => length)).toEqual([
    3, 3, 3,
  ]);
});
