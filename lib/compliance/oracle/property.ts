import fc from "fast-check";
import { assess } from "../assess";
import type { Assessment } from "../assessment";
import { ruleSetFor } from "../rule-set";
import { defaultSettings, type Settings } from "../settings";
import { dayText } from "./calendar";
import { UnclearDay } from "./day-order";
import { consult, type OracleAnswer, type OracleQuestion } from "./oracle";
import { asDay } from "./typed-days";

/** The office's answers as the engine takes them. */
export function settingsOf(question: OracleQuestion): Settings {
  return {
    ...defaultSettings,
    ...question.counting,
    readings: question.enabled,
    kzCountingStart: asDay(question.questions.kzCountingStart),
    registrationTrigger: question.duty.registrationTrigger,
    reentryAfterDays: question.reentryAfter === 90 ? 90 : 91,
    unconfirmedLimit: question.questions.unconfirmedLimit,
    holidays: question.duty.holidays.map(asDay),
  };
}

/** The engine's answer. */
export function askEngine(question: OracleQuestion): Assessment {
  const ruleSet = ruleSetFor(question.regime);
  const asOf = asDay(question.asOf);
  return assess(question.facts, ruleSet, settingsOf(question), asOf, question.academicYear);
}

/** The oracle's answer; null where the texts do not say how to read the log. */
export function askOracle(question: OracleQuestion): OracleAnswer | null {
  try {
    return consult(question);
  } catch (error) {
    if (error instanceof UnclearDay) return null;
    throw error;
  }
}

/** A check of what an oracle finds: nothing is asked where the texts do not say how to read the log. */
export function clearOnly(
  check: (question: OracleQuestion) => void,
): (question: OracleQuestion) => void {
  return (question) => {
    try {
      check(question);
    } catch (error) {
      if (!(error instanceof UnclearDay)) throw error;
    }
  };
}

/** "assessment.readings.rolling.used: engine 3, oracle 4", one for each leaf that differs. */
export function differences(engine: unknown, oracle: unknown, path = "assessment"): string[] {
  if (typeof engine !== "object" || typeof oracle !== "object" || !engine || !oracle) {
    return engine === oracle ? [] : [`${path}: engine ${engine}, oracle ${oracle}`];
  }
  const [left, right] = [new Map(Object.entries(engine)), new Map(Object.entries(oracle))];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    differences(left.get(key), right.get(key), `${path}.${key}`),
  );
}

/** The case in lines that a person can type again. */
export function described({
  facts,
  regime,
  asOf,
  academicYear,
  ...office
}: OracleQuestion): string {
  const { questions, counting, duty, ...settings } = office;
  const lines = [
    `${regime}, ${facts.citizenship}, as of ${dayText(asOf)}`,
    ...(facts.birth ? [`born ${dayText(facts.birth)}`] : []),
    `academic year ${dayText(academicYear.from)}..${dayText(academicYear.to)}`,
    `office ${JSON.stringify({ ...settings, ...counting, ...duty, ...questions })}, KZ from ${dayText(questions.kzCountingStart)}`,
    ...facts.crossings.map(
      (one) => `${dayText(one.day)} ${one.minute ?? "--"} ${one.direction} (${one.ref})`,
    ),
    ...facts.grounds.map(
      (one) =>
        `${one.kind} ${one.status} ${dayText(one.from)}..${one.to === null ? "" : dayText(one.to)}`,
    ),
  ];
  return lines.join("\n");
}

/**
 * Puts a check to many students; on failure the error holds the smallest one found and the seed.
 * `seed` (text from the environment) repeats a run.
 */
export function holdsFor(
  questions: fc.Arbitrary<OracleQuestion>,
  runs: { numRuns: number; seed: string | undefined },
  check: (question: OracleQuestion) => void,
): void {
  const property = fc.property(questions, (question) => {
    try {
      check(question);
    } catch (error) {
      throw new Error(`${described(question)}\n${String(error)}`);
    }
  });
  const seed = runs.seed === undefined ? {} : { seed: Number(runs.seed) };
  fc.assert(property, { numRuns: runs.numRuns, ...seed });
}
