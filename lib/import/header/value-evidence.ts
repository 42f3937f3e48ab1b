import { checkIin } from "@/lib/person-name/iin";
import type { ImportKind } from "../fields";
import type { Target } from "../targets";
import { readAnswerResult } from "../values/answer-result";
import { readCheckpoint } from "../values/checkpoint";
import { readCitizenship } from "../values/country";
import { readDirection } from "../values/direction";
import { readGroundKind, readGroundStatus } from "../values/ground-words";
import { readMoment, slashParts } from "../values/moment";
import { readSex } from "../values/sex";
import { looksLikeSeries } from "./series-column";

type Looks = (value: string) => boolean;

/** A date, however it is written. */
export const isDate: Looks = (value) =>
  slashParts(value) !== null || readMoment(value, "unknown", true, () => 2000).ok;
const isTime: Looks = (value) => /^\d{1,2}:\d{2}(?::\d{2})?$/.test(value);
const isNumber: Looks = (value) => /\d/.test(value) && value.length >= 5 && !isDate(value);
const isFullName: Looks = (value) =>
  /^\p{L}[\p{L}'’.-]*(?:[\s,/()|]+[\p{L}'’.-]+)+\)?$/u.test(value);

/** How values of a target look, where they look like nothing else. */
const LOOKS: Readonly<Partial<Record<Target, Looks>>> = {
  birth_date: isDate,
  document_expires: isDate,
  at: isDate,
  entry_at: isDate,
  exit_at: isDate,
  valid_from: isDate,
  valid_to: isDate,
  lives_from: isDate,
  lives_to: isDate,
  moved_out: isDate,
  time: isTime,
  entry_time: isTime,
  exit_time: isTime,
  sex: (value) => readSex(value) !== null,
  citizenship: (value) => readCitizenship(value) !== null,
  direction: (value) => readDirection(value) !== null,
  checkpoint: (value) => readCheckpoint(value) !== null,
  entry_checkpoint: (value) => readCheckpoint(value) !== null,
  exit_checkpoint: (value) => readCheckpoint(value) !== null,
  kind: (value) => readGroundKind(value) !== null,
  status: (value) => readGroundStatus(value) !== null,
  result: (value) => readAnswerResult(value) !== null,
  iin: (value) => checkIin(value.replace(/\s/g, "")).ok,
  email: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
  phone: (value) => /^\+?[\d\s()-]{7,20}$/.test(value),
  document_no: isNumber,
  document_series: looksLikeSeries,
  full_name: isFullName,
  full_name_latin: isFullName,
  full_name_given_first: isFullName,
};

const WORDS = ["sex", "citizenship", "direction", "kind", "status", "result"] as const;

/** One of the words that stand in columns of a closed list. */
export const isWord: Looks = (value) => WORDS.some((target) => LOOKS[target]?.(value));

/** Whose words are open lists: an unknown one is no evidence against the column. */
const OPEN: ReadonlySet<Target> = new Set<Target>([
  "checkpoint",
  "entry_checkpoint",
  "exit_checkpoint",
  "direction",
  "kind",
  "status",
  "result",
]);

/** What the values of a column say of a target. */
export type Evidence = "agrees" | "contradicts" | "silent";

export function evidenceFor(kind: ImportKind, target: Target, values: readonly string[]): Evidence {
  const looks = kind === "roster" && target === "status" ? undefined : LOOKS[target];
  if (looks === undefined || values.length === 0) return "silent";
  const good = values.filter(looks).length;
  if (good * 10 >= values.length * 9) return "agrees";
  if (good * 2 >= values.length || OPEN.has(target)) return "silent";
  return "contradicts";
}

/** What values alone may propose, the more telling first. */
const BY_VALUES: Readonly<Record<ImportKind, readonly Target[]>> = {
  roster: ["iin", "email", "sex", "citizenship", "birth_date"],
  crossings: ["direction", "checkpoint", "at"],
  grounds: ["kind", "status", "valid_from"],
  residents: ["iin", "birth_date"],
  authority: ["result", "iin"],
};

const ENOUGH = 3;

/** What the values of a column without a telling heading look like, or null. */
export function guessByValues(kind: ImportKind, values: readonly string[]): Target | null {
  if (values.length < ENOUGH) return null;
  return BY_VALUES[kind].find((target) => LOOKS[target] && values.every(LOOKS[target])) ?? null;
}
