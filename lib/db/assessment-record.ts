import "server-only";
import type { Day } from "@/lib/civil-date/day";
import type { ReadingName, Verdict } from "@/lib/compliance/assessment";
import type { Direction } from "@/lib/compliance/facts";
import type { RhythmKind } from "@/lib/compliance/presence-rhythm";

/** One row of the table of assessments, without institution and day. */
export type AssessmentRecord = {
  studentId: number;
  verdict: Verdict;
  /** Place in the list of verdicts, worst = 0. */
  verdictRank: number;
  /** The verdict on the fewest days that a broken log allows. */
  verdictAtLeast: Verdict;
  headline: ReadingName | null;
  used: number | null;
  usedMin: number | null;
  limitDays: number | null;
  reachedOn: Day | null;
  /** The forecast's day (lib/compliance/forecast). */
  projectedOn: Day | null;
  rhythm: RhythmKind;
  rhythmDays: number | null;
  inside: boolean | null;
  registrationDueOn: Day | null;
  protectedUntil: Day | null;
  protectedOpen: boolean;
  lastCrossingOn: Day | null;
  lastDirection: Direction | null;
  logBroken: boolean;
  /** Inside by visa, and neither a visa nor a permit is on record. */
  groundUnknown: boolean;
  strip: string;
  /** All that the engine answered, as one text without tabs, line breaks and backslashes. */
  answers: string;
};

type Column = {
  field: keyof AssessmentRecord;
  column: string;
  type: "text" | "integer" | "smallint" | "boolean" | "date";
};

const COLUMNS: readonly Column[] = [
  { field: "studentId", column: "student_id", type: "integer" },
  { field: "verdict", column: "verdict", type: "text" },
  { field: "verdictRank", column: "verdict_rank", type: "smallint" },
  { field: "verdictAtLeast", column: "verdict_at_least", type: "text" },
  { field: "headline", column: "headline", type: "text" },
  { field: "used", column: "used", type: "smallint" },
  { field: "usedMin", column: "used_min", type: "smallint" },
  { field: "limitDays", column: "limit_days", type: "smallint" },
  { field: "reachedOn", column: "reached_on", type: "date" },
  { field: "projectedOn", column: "projected_on", type: "date" },
  { field: "rhythm", column: "rhythm", type: "text" },
  { field: "rhythmDays", column: "rhythm_days", type: "smallint" },
  { field: "inside", column: "inside", type: "boolean" },
  { field: "registrationDueOn", column: "registration_due_on", type: "date" },
  { field: "protectedUntil", column: "protected_until", type: "date" },
  { field: "protectedOpen", column: "protected_open", type: "boolean" },
  { field: "lastCrossingOn", column: "last_crossing_on", type: "date" },
  { field: "lastDirection", column: "last_direction", type: "text" },
  { field: "logBroken", column: "log_broken", type: "boolean" },
  { field: "groundUnknown", column: "ground_unknown", type: "boolean" },
  { field: "strip", column: "strip", type: "text" },
  { field: "answers", column: "answers", type: "text" },
];
const FIELDS = COLUMNS.map(({ field }) => field);
const OTHERS = COLUMNS.filter(({ field }) => field !== "studentId");

/** Names and types of a record's fields in SQL, days as numbers. */
export const RECORD_FIELDS = COLUMNS.map(
  ({ field, type }) => `"${field}" ${type === "date" ? "integer" : type}`,
).join(", ");

/** Writes the records of `source` (a table of RECORD_FIELDS, named r) as those of the day `day`, over those that are there. */
export function insertRecords(source: string, day: string): string {
  const values = COLUMNS.map(({ field, type }) =>
    type === "date" ? `date '1970-01-01' + r."${field}"` : `r."${field}"`,
  );
  return `
    insert into assessment (institution_id, as_of, ${COLUMNS.map(({ column }) => column).join(", ")})
    select current_setting('sanak.institution')::uuid, ${day}, ${values.join(", ")} from ${source}
    on conflict (institution_id, as_of, student_id) do update set
      ${OTHERS.map(({ column }) => `${column} = excluded.${column}`).join(", ")}`;
}

/** A record as a line of COPY's text format, in the order of RECORD_FIELDS. */
export function copyLine(record: AssessmentRecord): string {
  let line = "";
  let separator = "";
  for (const field of FIELDS) {
    const value = record[field];
    line += separator + (value === null ? "\\N" : value);
    separator = "\t";
  }
  return `${line}\n`;
}
