import { expect, test } from "vitest";
import { readAnswers } from "./read-answers";

const read = (query: string) => readAnswers(new URLSearchParams(query));

test("answers become what the service takes", () => {
  expect(
    read(
      "asked=exitDayCounts&exitDayCounts=false&asked=reentryAfterDays&reentryAfterDays=90&asked=kzCountingStart&kzCountingStart=2025-12-01",
    ),
  ).toEqual({ exitDayCounts: false, reentryAfterDays: 90, kzCountingStart: "2025-12-01" });
});

test("a question that was not asked is not answered, whatever else is sent", () => {
  expect(read("registrationEffect=resets&asked=sameDayCounts&sameDayCounts=twice")).toEqual({
    sameDayCounts: "twice",
  });
});

test("readings without one chosen are an answer that the service refuses, not a question left out", () => {
  expect(read("asked=readings")).toEqual({ readings: [] });
  expect(read("asked=readings&readings=rolling&readings=cumulative")).toEqual({
    readings: ["rolling", "cumulative"],
  });
});

test("names that are no question are passed over", () => {
  expect(read("asked=holidays&holidays=x&asked=toString&toString=y")).toEqual({});
});
