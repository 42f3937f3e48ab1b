import type { Assessment } from "../assessment";
import { dayText } from "./calendar";
import type { OracleAnswer, OracleQuestion } from "./oracle";

const DAY_KEYS = /day|entry|breach|since|exit|until|dueOn|reachedOn|^at$/i;

/** Days as dates, so that a difference can be read; the refs of problems are the engine's own. */
export function readable(answer: OracleAnswer | Assessment) {
  const text = (key: string, value: unknown) =>
    typeof value === "number" && DAY_KEYS.test(key) && key !== "overstayDays"
      ? dayText(value)
      : value;
  const readings = Object.fromEntries(
    Object.entries(answer.readings).map(([name, one]) => [
      name,
      Object.fromEntries(
        Object.entries(one)
          .filter(([key]) => key !== "overToday")
          .map(([key, value]) => [key, text(key, value)]),
      ),
    ]),
  );
  return {
    inside: answer.inside,
    insideSince: text("since", answer.insideSince),
    lastExit: text("exit", answer.lastExit),
    protectedUntil: text("until", answer.protectedUntil),
    registrationDueOn: text("dueOn", answer.registrationDueOn),
    readings,
    verdict: answer.verdict,
    verdictAtLeast: answer.verdictAtLeast,
    dataProblems: answer.dataProblems.map(({ code, at }) => `${dayText(at)} ${code}`).sort(),
  };
}

const UNSURE = ["used", "usedMin", "usedMax", "remaining"];

/** The shortest and the longest stays of a broken log need not bound these: ranges-agree.test.ts tries every way. */
export function withoutRanges<A extends { readings: Record<string, Record<string, unknown>> }>(
  answer: A,
  { counting }: OracleQuestion,
): A {
  const isPlain = counting.exitDayCounts && counting.registrationCovers === "ownStart";
  const readings = Object.entries(answer.readings).map(([name, one]) => [
    name,
    isPlain && name !== "anchored"
      ? one
      : Object.fromEntries(Object.entries(one).filter(([key]) => !UNSURE.includes(key))),
  ]);
  return { ...answer, readings: Object.fromEntries(readings) };
}
