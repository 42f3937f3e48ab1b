import { WINDOW_READINGS } from "../assessment";
import { GROUND_KINDS } from "../facts";
import { checkCitizenships, labelledByCitizenships } from "./reader/check-citizenships";
import {
  complain,
  countAt,
  fieldsOf,
  flagAt,
  listAt,
  orNull,
  type Place,
  propertyOf,
  textAt,
  UNREAD,
  type Unread,
  whole,
  wordAt,
} from "./reader/place";
import { citizenshipAt, everyOtherAt, groupAt, type Known } from "./reader/read-group";
import { holidaysAt } from "./reader/read-holidays";
import { doubled, questionsAt } from "./reader/read-questions";
import { citationsAt, listedIds, sourcesAt } from "./reader/read-sources";
import { wordsAt } from "./reader/read-words";
import type { CitizenshipRules, RuleSet } from "./regime";

const KEYS = [
  "id",
  "version",
  "title",
  "notes",
  "home",
  "looksBackBeforeFrom",
  "readings",
  "pausingKinds",
  "reentryWait",
  "groups",
  "everyOther",
  "questions",
  "holidays",
  "sources",
] as const;

/**
 * A regime's file as rules, or everything that is wrong with it: one sentence each, which names the file and
 * the place in it. `json` is the parsed file.
 */
export function readRegime(
  json: unknown,
  fileName: string,
): { ruleSet: RuleSet } | { problems: readonly string[] } {
  const problems: string[] = [];
  const file: Place = { value: json, path: [fileName], problems };
  const ruleSet = ruleSetAt(file);
  return ruleSet === UNREAD || problems.length > 0 ? { problems } : { ruleSet };
}

function ruleSetAt(file: Place): RuleSet | Unread {
  const fields = fieldsOf(file, KEYS);
  if (fields === UNREAD) return UNREAD;
  const cited = listedIds(fields.sources.value);
  const questions = questionsAt(fields.questions, cited);
  const known: Known = { sources: cited, questions: answersOf(fields.questions.value) };
  checkCitizenships(fields.groups, fields.home.value);
  const ruleSet = whole<RuleSet>({
    id: textAt(fields.id),
    version: textAt(fields.version),
    title: wordsAt(fields.title),
    notes: listAt(fields.notes, wordsAt),
    home: listAt(fields.home, citizenshipAt),
    looksBackBeforeFrom: flagAt(fields.looksBackBeforeFrom),
    readings: each(
      fields.readings,
      listAt(fields.readings, (at) => readingAt(at, cited), labelledByName),
      ({ name }) => name,
    ),
    pausingKinds: each(
      fields.pausingKinds,
      listAt(fields.pausingKinds, (at) => wordAt(at, GROUND_KINDS)),
      (kind) => kind,
    ),
    reentryWait: orNull(fields.reentryWait, (at) => reentryWaitAt(at, cited)),
    rules: listAt(fields.groups, (at) => groupAt(at, known), labelledByCitizenships),
    everyOther: everyOtherAt(fields.everyOther, known),
    questions: each(fields.questions, questions, ({ id }) => id),
    holidays: holidaysAt(fields.holidays, cited),
    sources: each(fields.sources, sourcesAt(fields.sources), ({ id }) => id),
  });
  if (ruleSet !== UNREAD) checkReadings(fields.readings, ruleSet);
  return ruleSet;
}

function readingAt(place: Place, known: ReadonlySet<string>): RuleSet["readings"][number] | Unread {
  const fields = fieldsOf(place, ["name", "citations"]);
  if (fields === UNREAD) return UNREAD;
  return whole<RuleSet["readings"][number]>({
    name: wordAt(fields.name, WINDOW_READINGS),
    citations: citationsAt(fields.citations, known),
  });
}

function reentryWaitAt(
  place: Place,
  known: ReadonlySet<string>,
): NonNullable<RuleSet["reentryWait"]> | Unread {
  const fields = fieldsOf(place, ["days", "citations"]);
  if (fields === UNREAD) return UNREAD;
  return whole<NonNullable<RuleSet["reentryWait"]>>({
    days: countAt(fields.days),
    citations: citationsAt(fields.citations, known),
  });
}

/** The list, after naming what stands in it more than once. */
function each<T>(
  place: Place,
  items: readonly T[] | Unread,
  nameOf: (item: T) => string,
): readonly T[] | Unread {
  if (items === UNREAD) return UNREAD;
  for (const name of doubled(items.map(nameOf))) complain(place, `${name} stands twice`);
  return items;
}

/** A limit of days within days needs a way to be read. */
function checkReadings(place: Place, ruleSet: RuleSet): void {
  if (ruleSet.readings.length === 0 && [...ruleSet.rules, ruleSet.everyOther].some(hasWindow)) {
    complain(place, "none, but there are limits of days within days");
  }
}

function hasWindow(rules: CitizenshipRules): boolean {
  const series = [rules.limits, ...(rules.alternatives ?? []).map(({ limits }) => limits)];
  return series.flat().some(({ value }) => value.some(({ kind }) => kind === "window"));
}

/** The answers of each question by its id, also of questions that are wrong otherwise. */
function answersOf(value: unknown): ReadonlyMap<string, readonly string[]> {
  const items: unknown[] = Array.isArray(value) ? value : [];
  return new Map(
    items.map((item) => {
      const values = propertyOf(item, "values");
      return [String(propertyOf(item, "id")), Array.isArray(values) ? values.map(String) : []];
    }),
  );
}

function labelledByName(item: unknown): string {
  const name = propertyOf(item, "name");
  return typeof name === "string" ? ` (${name})` : "";
}
