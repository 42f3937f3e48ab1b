import fc from "fast-check";
import type { Crossing, Ground } from "../facts";
import { dayNumber, dayText } from "./calendar";
import type { OracleRegime } from "./limits-by-citizenship";
import { crossingsOf } from "./nasty-crossings";
import { groundsOf } from "./nasty-grounds";
import { asOfDay, CITIZENSHIPS, DEFAULT_OFFICE } from "./nasty-students";
import type { OracleQuestion } from "./oracle";
import { asDay } from "./typed-days";

const ALPHA_3: Record<string, string> = {
  KZ: "KAZ",
  RU: "RUS",
  UZ: "UZB",
  TJ: "TJK",
  AZ: "AZE",
  AE: "ARE",
  GB: "GBR",
  IN: "IND",
  KG: "KGZ",
};

type Shape = {
  delimiter: "," | ";";
  mark: boolean;
  alpha3: boolean;
  byDocument: boolean;
  yearGiven: boolean;
};

/** The three files of a university on one day, and the question that each of its students is. */
export type NastyFiles = {
  asOf: number;
  regime: OracleRegime;
  /** "2025-09-01..2026-06-30", or null where the command has to find it. */
  academicYear: string | null;
  roster: string;
  crossings: string;
  grounds: string;
  students: { studentNo: string; question: OracleQuestion }[];
};

const shape: fc.Arbitrary<Shape> = fc.record({
  delimiter: fc.constantFrom("," as const, ";" as const),
  mark: fc.boolean(),
  alpha3: fc.boolean(),
  byDocument: fc.boolean(),
  yearGiven: fc.boolean(),
});

/** 1 September to 30 June: the year that runs on the day, from July on the coming one. */
function usualYear(asOf: number): { from: number; to: number } {
  const [year = 0, month = 0] = dayText(asOf).split("-").map(Number);
  const start = month >= 7 ? year : year - 1;
  return { from: dayNumber(`${start}-09-01`), to: dayNumber(`${start + 1}-06-30`) };
}

function csv(header: string, rows: (string | number)[][], { delimiter, mark }: Shape): string {
  const lines = [header.split(","), ...rows].map((cells) => cells.join(delimiter));
  return `${mark ? "\uFEFF" : ""}${lines.join("\n")}\n`;
}

function crossingRow(crossing: Crossing, student: number, { byDocument }: Shape): string[] {
  const minutes = crossing.minute ?? 0;
  const clock = [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, "0"));
  const time = crossing.minute === null ? "" : `T${clock.join(":")}`;
  const known = byDocument ? ["", `n ${10_000_000 + student}`] : [`S-${student}`, ""];
  return [...known, crossing.direction, `${dayText(crossing.day)}${time}`, ""];
}

function groundRow(ground: Ground, student: number): string[] {
  const to = ground.to === null ? "" : dayText(ground.to);
  return [`S-${student}`, ground.kind, "", dayText(ground.from), to, "", ground.status];
}

/** Forty students and their files, in one of the shapes that the contract allows. */
export function filesFor(regime: OracleRegime): fc.Arbitrary<NastyFiles> {
  return fc.tuple(asOfDay, shape).chain(([asOf, form]) => {
    const year = usualYear(asOf);
    const facts = fc.record({
      citizenship: fc.constantFrom(...CITIZENSHIPS[regime]),
      crossings: crossingsOf(asOf),
      grounds: groundsOf(asOf, year.to),
    });
    return fc.array(facts, { minLength: 40, maxLength: 40 }).map((all) => {
      const questions = all.map((one) => ({
        facts: one,
        regime,
        asOf,
        academicYear: { from: asDay(year.from), to: asDay(year.to) },
        ...DEFAULT_OFFICE,
      }));
      const roster = all.map(({ citizenship }, i) => [
        `S-${i}`,
        form.alpha3 ? (ALPHA_3[citizenship] ?? citizenship) : citizenship,
        `N${10_000_000 + i}`,
      ]);
      const crossings = all.flatMap((one, i) =>
        one.crossings.map((crossing) => crossingRow(crossing, i, form)),
      );
      const grounds = all.flatMap((one, i) => one.grounds.map((ground) => groundRow(ground, i)));
      return {
        asOf,
        regime,
        academicYear: form.yearGiven ? `${dayText(year.from)}..${dayText(year.to)}` : null,
        roster: csv("student_no,citizenship,document_no", roster, form),
        crossings: csv("student_no,document_no,direction,at,checkpoint", crossings, form),
        grounds: csv("student_no,kind,number,valid_from,valid_to,address,status", grounds, form),
        students: questions.map((question, i) => ({ studentNo: `S-${i}`, question })),
      };
    });
  });
}
