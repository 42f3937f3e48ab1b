import { parseArgs } from "node:util";
import { type Day, parseDay } from "@/lib/civil-date/day";
import { defaultAcademicYear } from "@/lib/compliance/academic-year";
import type { AcademicYear } from "@/lib/compliance/facts";
import { isRegimeId, REGIME_IDS, type RegimeId } from "@/lib/compliance/rule-set";
import type { Problem } from "./problems";

export type Wanted = {
  roster: string;
  crossings: string;
  grounds: string | null;
  asOf: Day;
  academicYear: AcademicYear;
  regime: RegimeId;
  /** An office's own regime, instead of one of Sanak's. */
  regimeFile: string | null;
  format: "json" | "csv";
  /** Whether every student has an object "answers" too (JSON alone). */
  answers: boolean;
};

export const USAGE = `npm run -s assess -- --roster roster.csv --crossings crossings.csv [--grounds grounds.csv]
  --as-of 2025-11-15 [--academic-year 2025-09-01..2026-06-30] [--regime ${REGIME_IDS.join("|")}]
  [--regime-file my-regime.json] [--format json|csv] [--answers]

What the law says of each student of the roster on a day. Files are UTF-8, comma or semicolon, one
header row; days are YYYY-MM-DD. Exit status 0, or 2 on unusable input with one line per problem on
standard error.

roster: student_no, citizenship (ISO 3166-1, two or three letters); document_no where crossings name it;
  birth_date, where it is a day: crossings before it are named and left out
crossings: student_no or document_no, direction (entry or exit), at (YYYY-MM-DD or YYYY-MM-DDTHH:MM, Bishkek)
grounds: student_no, kind, valid_from, valid_to (empty: no end), status (only "granted" protects)
Other columns are passed over.

--regime-file takes rules of your own in the form of lib/compliance/regimes/*.json (docs/rules.md tells how).

--format csv writes one line per student: student_no, citizenship, inside, inside_since, last_exit,
protected_until, registration_due_on, verdict, headline, then of the headline reading limit, window, used,
used_min, used_max, remaining, first_breach, overstay_days, last_lawful_day, earliest_entry, then
alerts (code@day, separated by spaces) and data_problems (the same).

--answers adds to each student of the JSON an object "answers":
  verdictAtLeast    the verdict on the fewest days that a broken log allows
  cliff             the day after the chain of grounds ends, and the count of a person who stays inside until then
  forecast          the rhythm of the last 28 days by name; reachedOn (on which the verdict rests), projectedOn
                    (by the rhythm, within the academic year), ifStaying (without a break from now on)
  entryCalendar     the coming year in runs: who enters on a day from..to may stay so many days in a row (0: closed;
                    "unlimited"; "unknown"), and the reading that ends the stay; who is inside leaves on --as-of first
  earliestEntryFor  the first day of that year on which a stay of 1, 30, 90 days may begin
  troubles          what is wrong with the log, and repairs, best first, each with the days used and the verdicts then
  account           how the headline reading comes to its number: runs of days with crossings and grounds (file:row)
`;

const OPTIONS = {
  roster: { type: "string", multiple: true },
  crossings: { type: "string", multiple: true },
  grounds: { type: "string", multiple: true },
  "as-of": { type: "string", multiple: true },
  "academic-year": { type: "string", multiple: true },
  regime: { type: "string", multiple: true },
  "regime-file": { type: "string", multiple: true },
  format: { type: "string", multiple: true },
  answers: { type: "boolean" },
  help: { type: "boolean" },
} as const;

type Values = ReturnType<typeof parsed>["values"];
type TextOption = Exclude<keyof typeof OPTIONS, "help" | "answers">;

/** What the command line asks for; "help"; or everything that is wrong with it. */
export function readArguments(args: string[]): Wanted | "help" | { problems: Problem[] } {
  const problems: Problem[] = [];
  const complain = (text: string) => {
    problems.push({ where: "assess", row: null, text });
    return null;
  };
  const values = valuesOf(args, complain);
  if (values?.help) return "help";
  if (values === null) return { problems };
  const asOf = dayOption(values, "as-of", complain);
  const wanted = {
    roster: required(values, "roster", complain),
    crossings: required(values, "crossings", complain),
    grounds: single(values, "grounds", complain),
    asOf,
    academicYear: academicYearOption(values, asOf, complain),
    regime: regimeOption(values, complain),
    regimeFile: regimeFileOption(values, complain),
    format: formatOption(values, complain),
    answers: answersOption(values, complain),
  };
  return problems.length === 0 && isComplete(wanted) ? wanted : { problems };
}

type Incomplete = { [K in keyof Wanted]: Wanted[K] | null };
type Complain = (text: string) => null;

function isComplete(wanted: Incomplete): wanted is Wanted {
  const { grounds: _grounds, regimeFile: _regimeFile, ...rest } = wanted;
  return Object.values(rest).every((value) => value !== null);
}

function parsed(args: string[]) {
  return parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: false });
}

function valuesOf(args: string[], complain: Complain): Values | null {
  try {
    return parsed(args).values;
  } catch (error) {
    return complain(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
  }
}

function single(values: Values, name: TextOption, complain: Complain): string | null {
  const given = values[name] ?? [];
  if (given.length > 1) complain(`--${name} is given more than once`);
  return given[0] ?? null;
}

function required(values: Values, name: TextOption, complain: Complain): string | null {
  return single(values, name, complain) ?? complain(`--${name} is missing`);
}

function dayOption(values: Values, name: TextOption, complain: Complain): Day | null {
  const text = required(values, name, complain);
  if (text === null) return null;
  return parseDay(text) ?? complain(`--${name} is not a day: ${text} (expected YYYY-MM-DD)`);
}

function academicYearOption(
  values: Values,
  asOf: Day | null,
  complain: Complain,
): AcademicYear | null {
  const text = single(values, "academic-year", complain);
  if (text === null) return asOf === null ? null : defaultAcademicYear(asOf);
  const [from, to, ...rest] = text.split("..").map(parseDay);
  if (!(from && to) || rest.length > 0 || to < from) {
    return complain(`--academic-year is not a range of days: ${text} (expected FROM..TO)`);
  }
  return { from, to };
}

function regimeOption(values: Values, complain: Complain): RegimeId | null {
  const text = single(values, "regime", complain) ?? "kg";
  if (isRegimeId(text)) return text;
  return complain(`--regime ${text} is not supported; supported are ${REGIME_IDS.join(", ")}`);
}

function regimeFileOption(values: Values, complain: Complain): string | null {
  const path = single(values, "regime-file", complain);
  if (path === null || values.regime === undefined) return path;
  return complain("--regime and --regime-file exclude each other");
}

function formatOption(values: Values, complain: Complain): "json" | "csv" | null {
  const text = single(values, "format", complain) ?? "json";
  return text === "json" || text === "csv"
    ? text
    : complain(`--format is json or csv, not ${text}`);
}

function answersOption(values: Values, complain: Complain): boolean {
  const wanted = values.answers ?? false;
  if (wanted && values.format?.includes("csv")) complain("--answers are written as JSON alone");
  return wanted;
}
