import { type Day, formatDay } from "@/lib/civil-date/day";
import type { Assessment, ReadingResult } from "@/lib/compliance/assessment";
import { READINGS } from "@/lib/compliance/assessment";
import { cleanText } from "@/lib/export/clean-text";

/** `answers`: what --answers asks for, ready to be written. */
export type Assessed = { studentNo: string; assessment: Assessment; answers?: object };

/** The whole answer as the README describes it: these keys, in this order. */
export function toJson(asOf: Day, regime: string, assessed: readonly Assessed[]): string {
  const students = assessed.map(studentJson);
  return `${JSON.stringify({ asOf: formatDay(asOf), regime, students }, null, 2)}\n`;
}

function studentJson({ studentNo, assessment, answers }: Assessed) {
  return {
    studentNo,
    citizenship: assessment.citizenship,
    inside: assessment.inside,
    insideSince: text(assessment.insideSince),
    lastExit: text(assessment.lastExit),
    protectedUntil: until(assessment.protectedUntil),
    registrationDueOn: text(assessment.registrationDueOn),
    readings: Object.fromEntries(
      READINGS.flatMap((name) => {
        const reading = assessment.readings[name];
        return reading === undefined ? [] : [[name, readingJson(reading)]];
      }),
    ),
    headline: assessment.headline,
    verdict: assessment.verdict,
    alerts: assessment.alerts.map(({ code, severity, on }) => ({ code, severity, on: text(on) })),
    dataProblems: assessment.dataProblems.map(({ code, at }) => ({ code, at: text(at) })),
    ...(answers === undefined ? {} : { answers }),
  };
}

function readingJson(reading: ReadingResult) {
  return {
    limit: reading.limit,
    window: reading.window,
    used: reading.used,
    usedMin: reading.usedMin,
    usedMax: reading.usedMax,
    remaining: reading.remaining,
    firstBreach: text(reading.firstBreach),
    overstayDays: reading.overstayDays,
    lastLawfulDay: text(reading.lastLawfulDay),
    earliestEntry: text(reading.earliestEntry),
  };
}

const COLUMNS = [
  "student_no",
  "citizenship",
  "inside",
  "inside_since",
  "last_exit",
  "protected_until",
  "registration_due_on",
  "verdict",
  "headline",
  "limit",
  "window",
  "used",
  "used_min",
  "used_max",
  "remaining",
  "first_breach",
  "overstay_days",
  "last_lawful_day",
  "earliest_entry",
  "alerts",
  "data_problems",
];

/** One line per student, with the figures of its headline reading. */
export function toCsv(assessed: readonly Assessed[]): string {
  const lines = [COLUMNS, ...assessed.map(studentCells)];
  return lines.map((cells) => `${cells.map(quoted).join(",")}\n`).join("");
}

function studentCells({ studentNo, assessment }: Assessed): string[] {
  const { headline, readings } = assessment;
  const reading = headline === null ? undefined : readings[headline];
  const figures = reading === undefined ? [] : Object.values(readingJson(reading));
  return [
    studentNo,
    assessment.citizenship,
    assessment.inside,
    text(assessment.insideSince),
    text(assessment.lastExit),
    until(assessment.protectedUntil),
    text(assessment.registrationDueOn),
    assessment.verdict,
    headline,
    ...Array.from({ length: 10 }, (_, index) => figures[index] ?? null),
    assessment.alerts.map(({ code, on }) => `${code}@${text(on) ?? ""}`).join(" "),
    assessment.dataProblems.map(({ code, at }) => `${code}@${formatDay(at)}`).join(" "),
  ].map((value) => (value === null ? "" : String(value)));
}

/** A cell as CSV has it, guarded against formulas. */
function quoted(cell: string): string {
  const clean = cleanText(cell);
  return /[",\r\n]/.test(clean) ? `"${clean.replaceAll('"', '""')}"` : clean;
}

function text(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

function until(day: Day | "open" | null): string | null {
  return day === "open" ? day : text(day);
}
