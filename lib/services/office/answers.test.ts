import { expect, test } from "vitest";
import { day } from "@/lib/civil-date/day";
import { defaultSettings } from "@/lib/compliance/settings";
import { answerTo, differingSettings, QUESTION_SETTINGS } from "./answers";

test("every setting but the holidays answers a question", () => {
  expect([...QUESTION_SETTINGS, "holidays"].sort()).toEqual(Object.keys(defaultSettings).sort());
});

test("answers read as forms write them", () => {
  expect(answerTo("readings", defaultSettings)).toEqual(["rolling", "anchored", "cumulative"]);
  expect(answerTo("kzCountingStart", defaultSettings)).toEqual(["2025-09-01"]);
  expect(answerTo("exitDayCounts", defaultSettings)).toEqual(["true"]);
  expect(answerTo("reentryAfterDays", defaultSettings)).toEqual(["91"]);
});

test("the defaults differ in nothing, holidays are no answer", () => {
  expect(differingSettings({ ...defaultSettings, holidays: [day("2026-03-08")] })).toEqual([]);
});

test("what differs comes in the order of the questions", () => {
  const settings = {
    ...defaultSettings,
    reentryAfterDays: 90,
    readings: ["rolling"],
    registrationEffect: "resets",
  } as const;
  expect(differingSettings(settings)).toEqual([
    "readings",
    "registrationEffect",
    "reentryAfterDays",
  ]);
});
