import { expect, test } from "vitest";
import { sharesNobody } from "./shares-nobody";

const ABSENT = [{ kind: "absent", count: 1200 }] as const;
const roster = (counts: object) => ({ kind: "roster", state: "ready", counts }) as const;

test("a roster that shares no student with an office that has many is doubted", () => {
  expect(sharesNobody(roster({ new: 4982, toConfirm: 3 }), ABSENT)).toBe(true);
});

test.each([
  ["some are known", roster({ new: 4982, unchanged: 1 }), ABSENT],
  ["some contradict what is known", roster({ new: 4982, conflict: 1 }), ABSENT],
  ["it adds a few", roster({ new: 3 }), ABSENT],
  ["the office has nobody yet", roster({ new: 4982 }), []],
  ["it is written", { ...roster({ new: 4982 }), state: "committed" as const }, ABSENT],
  ["it is a log", { ...roster({ new: 4982 }), kind: "crossings" as const }, ABSENT],
])("not where %s", (_, record, groups) => {
  expect(sharesNobody(record, groups)).toBe(false);
});
