import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { addDays, formatDay } from "@/lib/civil-date/day";
import { today } from "@/lib/clock/today";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { addTestStudents } from "@/lib/db/test-students";
import { settingsEffect } from "./settings-effect";

afterAll(closeConnections);

const ago = (days: number) => formatDay(addDays(today(), -days));
/** Inside for 91 days up to today, the last of them the day of an exit that an entry follows. */
const OVER_BY_A_DAY = `+${ago(90)}`;
/** Twelve days inside, 24 away, for a year: 60 days in any window, but never 90 days away. */
const HERE_AND_THERE = Array.from({ length: 10 }, (_, index) => 5 + 36 * index)
  .map((days) => `+${ago(days + 11)} -${ago(days)}`)
  .reverse()
  .join(" ");
const TAJIK_FOR_40_DAYS = { citizenship: "TJ", crossings: `+${ago(39)}` };

let admin: Actor;

beforeEach(async () => {
  const institutionId = await newTestInstitution();
  admin = { userId: null, institutionId, role: "administrator", locale: "ru" };
});

test("where nothing is answered otherwise nothing changes and nobody is looked at", async () => {
  await addTestStudents(admin.institutionId, [{ studentNo: "1", crossings: OVER_BY_A_DAY }]);
  const none = { students: 0, changes: [], first: [] };
  expect(await settingsEffect(admin, {})).toEqual({
    asOf: today(),
    students: 0,
    questions: [],
    together: none,
  });
  expect((await settingsEffect(admin, { sameDayCounts: "once" })).questions).toEqual([]);
});

test("each question tells alone whose verdicts it changes, and all together what they change", async () => {
  const [tajik = 0] = await addTestStudents(admin.institutionId, [
    { studentNo: "1", lastName: "Baitursyn", ...TAJIK_FOR_40_DAYS },
    { studentNo: "2", lastName: "Abenov", crossings: HERE_AND_THERE },
    { studentNo: "3", lastName: "Chokan" },
  ]);
  const effect = await settingsEffect(admin, {
    unconfirmedLimit: "30/60",
    readings: ["rolling"],
    reentryAfterDays: 91,
  });
  expect(effect.students).toBe(3);
  const of = (name: string) => effect.questions.find(({ question }) => question === name)?.effect;
  expect(effect.questions.map(({ question }) => question).sort()).toEqual([
    "readings",
    "unconfirmedLimit",
  ]);
  expect(of("unconfirmedLimit")).toMatchObject({
    students: 1,
    changes: [{ to: "overstaying", count: 1 }],
    first: [{ studentId: tajik, nameLatin: "Baitursyn Student", to: "overstaying" }],
  });
  expect(of("readings")).toMatchObject({
    students: 1,
    changes: [{ from: "barred", count: 1 }],
    first: [{ studentNo: "2" }],
  });
  expect(effect.together.students).toBe(2);
  expect(effect.together.first.map(({ studentNo }) => studentNo)).toEqual(["2", "1"]);
});

test("an office's students alone are looked at, and nothing is stored", async () => {
  const other = await newTestInstitution();
  await addTestStudents(other, [{ studentNo: "1", crossings: OVER_BY_A_DAY }]);
  await addTestStudents(admin.institutionId, [{ studentNo: "1", crossings: OVER_BY_A_DAY }]);
  const effect = await settingsEffect(admin, { unconfirmedLimit: "30/60" });
  expect(effect).toMatchObject({ students: 1, together: { students: 0 } });
  const stored = await inInstitution(admin, (tx) => tx.institution.findFirstOrThrow());
  expect(stored.settings).toEqual({});
});
