import { addDays, type Day, day, formatDay, weekday } from "@/lib/civil-date/day";
import { defaultAcademicYear } from "@/lib/compliance/academic-year";
import { assess } from "@/lib/compliance/assess";
import { type Assessment, READINGS, type ReadingName } from "@/lib/compliance/assessment";
import {
  type AcademicYear,
  type Crossing,
  GROUND_KINDS,
  GROUND_STATUSES,
  type Ground,
  type StudentFacts,
} from "@/lib/compliance/facts";
import { filingOf } from "@/lib/compliance/filing";
import { project } from "@/lib/compliance/project";
import { settingAnswered } from "@/lib/compliance/regimes/answers";
import { ruleSetFor } from "@/lib/compliance/rule-set";
import { defaultSettings, type Settings } from "@/lib/compliance/settings";
import type { Answer, Example } from "./example";

type Span = { from: Day; to: Day | null };

function spanOf(text: string): Span {
  const [from = "", to = ""] = text.split("..");
  return { from: day(from), to: to === "" ? null : day(to) };
}

/** The crossings of an example; a stay within a day enters in the morning and leaves in the evening. */
function crossingsOf({ inside, trips, crossings }: Example): Crossing[] {
  const found: Omit<Crossing, "ref">[] = [];
  const stay = ({ from, to }: Span) => {
    const minute = from === to ? 480 : null;
    found.push({ day: from, minute, direction: "entry" });
    if (to !== null) found.push({ day: to, minute: minute && 1080, direction: "exit" });
  };
  for (const text of inside) stay(spanOf(text));
  if (trips !== undefined) {
    for (let on = day(trips.from); on <= day(trips.to); on = addDays(on, 1)) {
      if (weekday(on) <= trips.upTo) stay({ from: on, to: on });
    }
  }
  for (const text of crossings) {
    const [on = "", direction] = text.split(" ");
    found.push({ day: day(on), minute: null, direction: direction === "exit" ? "exit" : "entry" });
  }
  return found.map((crossing, index) => ({ ...crossing, ref: `crossing:${index + 1}` }));
}

function groundOf(text: string, index: number): Ground {
  const [kindText, spanText = "", statusText = "granted"] = text.split(" ");
  const kind = GROUND_KINDS.find((one) => one === kindText);
  const status = GROUND_STATUSES.find((one) => one === statusText);
  if (kind === undefined || status === undefined) throw new Error(`no ground: ${text}`);
  return { kind, status, ...spanOf(spanText), ref: `ground:${index + 1}` };
}

/** The facts of an example, as the engine takes them. */
export function factsOf(example: Example): StudentFacts {
  return {
    citizenship: example.citizenship,
    birth: example.birth === undefined ? null : day(example.birth),
    crossings: crossingsOf(example),
    grounds: example.grounds.map(groundOf),
  };
}

/** The settings of an example: the defaults, but for the questions that it answers otherwise. */
export function settingsOf(example: Example): Settings {
  const changed = Object.entries(example.settings).map(([id, given]) => {
    const question = ruleSetFor("kg").questions.find((one) => one.id === id);
    const texts = Array.isArray(given) ? given : [given];
    if (question?.setting == null || !texts.every((text) => question.values.includes(text))) {
      throw new Error(`${example.id}: no answer to ${id}: ${texts.join(", ")}`);
    }
    return [question.setting, settingAnswered(question.setting, texts)];
  });
  return {
    ...defaultSettings,
    ...Object.fromEntries(changed),
    holidays: example.holidays.map(day),
  };
}

function yearOf({ academicYear }: Example, asOf: Day): AcademicYear {
  if (academicYear === undefined) return defaultAcademicYear(asOf);
  const { from, to } = spanOf(academicYear);
  if (to === null) throw new Error(`an academic year without end: ${academicYear}`);
  return { from, to };
}

/** What the engine answers to the keys that the example asks for, on a day; days as YYYY-MM-DD. */
export function answersOf(example: Example, on: string): Record<string, Answer> {
  const asOf = day(on);
  const assessment = assess(
    factsOf(example),
    ruleSetFor(example.regime),
    settingsOf(example),
    asOf,
    yearOf(example, asOf),
  );
  const keys = Object.keys(example.on[on] ?? {});
  return Object.fromEntries(keys.map((key) => [key, answerTo(key, example, asOf, assessment)]));
}

function answerTo(key: string, example: Example, asOf: Day, assessment: Assessment): Answer {
  const [first = "", ...rest] = key.split(".");
  if (rest.length > 0) return ofReading(first, rest.join("."), example, asOf, assessment);
  switch (first) {
    case "registrationUntil":
      return registrationUntil(example, asOf);
    case "alerts":
      return assessment.alerts.map((alert) => `${alert.code} ${written(alert.on)}`);
    case "dataProblems":
      return assessment.dataProblems.map(({ code, at }) => `${code} ${written(at)}`);
    case "readings":
      return READINGS.filter((name) => assessment.readings[name] !== undefined);
    case "verdict":
    case "verdictAtLeast":
    case "headline":
    case "inside":
      return assessment[first];
    case "insideSince":
    case "lastExit":
    case "protectedUntil":
    case "registrationDueOn":
      return written(assessment[first]);
    default:
      throw new Error(`${example.id}: unknown key ${key}`);
  }
}

const NUMBERS = [
  "limit",
  "window",
  "used",
  "usedMin",
  "usedMax",
  "remaining",
  "overstayDays",
] as const;
const DAYS = ["firstBreach", "lastLawfulDay", "earliestEntry", "reachedOn"] as const;

/** "each" asks every reading of the regime; the answer is their common one. */
function ofReading(
  name: string,
  field: string,
  example: Example,
  asOf: Day,
  assessment: Assessment,
): Answer {
  if (name === "each") {
    const names = READINGS.filter((reading) => assessment.readings[reading] !== undefined);
    const answers = names.map((one) => ofReading(one, field, example, asOf, assessment));
    const [common = null] = answers;
    return answers.every((one) => one === common) ? common : answers.map(String);
  }
  const reading: ReadingName | undefined = READINGS.find((one) => one === name);
  const result = reading && assessment.readings[reading];
  if (reading === undefined || result === undefined) return `no reading ${name}`;
  const days = /^earliestEntry for (\d+) days$/.exec(field)?.[1];
  if (days !== undefined) return entryFor(Number(days), reading, example, asOf);
  const number = NUMBERS.find((one) => one === field);
  if (number !== undefined) return result[number];
  const when = DAYS.find((one) => one === field);
  if (when === undefined) throw new Error(`${example.id}: unknown key ${name}.${field}`);
  return written(result[when]);
}

function entryFor(days: number, reading: ReadingName, example: Example, asOf: Day): Answer {
  const ruleSet = ruleSetFor(example.regime);
  const ahead = project(factsOf(example), ruleSet, settingsOf(example), asOf, days);
  return written(ahead[reading]?.earliestEntry ?? null);
}

/** The last day of a registration that is asked for on a day. */
function registrationUntil(example: Example, asOf: Day): Answer {
  const expires = example.documentExpires === undefined ? null : day(example.documentExpires);
  const papers = { birthDate: null, document: { expires }, residence: null };
  const ruleSet = ruleSetFor(example.regime);
  const facts = factsOf(example);
  const { registrationEnd } = settingsOf(example);
  const year = yearOf(example, asOf);
  const { period } = filingOf(facts, papers, ruleSet, asOf, year, registrationEnd);
  return written(period?.to ?? null);
}

function written(on: Day | "open" | null): string | null {
  return on === null || on === "open" ? on : formatDay(on);
}
