import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { formatDay } from "@/lib/civil-date/day";
import { ruleSetFor } from "@/lib/compliance/rule-set";
import { closeConnections } from "@/lib/db/connection";
import { newTestInstitution } from "@/lib/db/test-institution";
import { changeOffice } from "./change-office";
import { getOffice } from "./get-office";
import { takeHolidays } from "./take-holidays";

afterAll(closeConnections);

let admin: Actor;

beforeEach(async () => {
  const institutionId = await newTestInstitution();
  admin = { userId: null, institutionId, role: "administrator", locale: "ru" };
});

const settings = async () => (await getOffice(admin, {})).settings;
const holidays = async () => (await settings()).holidays.map(formatDay);
const proposedIn = (year: number) =>
  (ruleSetFor("kg").holidays.find((list) => list.year === year)?.days ?? []).map(({ day }) =>
    formatDay(day),
  );

test("no holiday is in force until an office takes it over", async () => {
  expect(await holidays()).toEqual([]);
});

test("what is proposed for a year joins the office's own days, in order and once each", async () => {
  await changeOffice(admin, { holidays: ["2026-09-15", "2026-03-21"] });
  const { added } = await takeHolidays(admin, { year: 2026 });
  expect(added).toBe(proposedIn(2026).length - 1);
  expect(await holidays()).toEqual([...new Set([...proposedIn(2026), "2026-09-15"])].sort());
  expect(await takeHolidays(admin, { year: 2026 })).toEqual({ added: 0 });
});

test("other answers and the name stay as they were", async () => {
  await changeOffice(admin, { name: "Кок-Жар", registrationEffect: "resets" });
  await takeHolidays(admin, { year: 2026 });
  expect(await getOffice(admin, {})).toMatchObject({
    name: "Кок-Жар",
    settings: { registrationEffect: "resets" },
  });
});

test("a year for which nothing is proposed is refused", async () => {
  await expect(takeHolidays(admin, { year: 1999 })).rejects.toMatchObject({
    reason: "holidaysNotProposed",
  });
});

test("saving a part of the settings leaves the name and every other answer", async () => {
  await changeOffice(admin, { name: "Кок-Жар", holidays: ["2026-03-08"], sameDayCounts: "twice" });
  await changeOffice(admin, { registrationEnd: "visaOnly" });
  expect((await getOffice(admin, {})).name).toBe("Кок-Жар");
  expect(await settings()).toMatchObject({ sameDayCounts: "twice", registrationEnd: "visaOnly" });
  expect(await holidays()).toEqual(["2026-03-08"]);
});
