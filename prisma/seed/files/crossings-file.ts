import { civilDate } from "@/lib/civil-date/day";
import type { DemoCrossing } from "../crossings";
import type { DemoStudent } from "../students";
import { inWindows1251 } from "./windows-1251";

const HEADINGS = ["№ студента", "Номер документа", "Направление", "Дата и время", "Пункт пропуска"];

/** The border log as it comes: Windows-1251, semicolons, Russian headings and words, in order of time. */
export function crossingsFile(
  students: readonly Pick<DemoStudent, "studentNo" | "crossings">[],
): Uint8Array {
  const lines = students
    .flatMap(({ studentNo, crossings }) =>
      crossings.map((crossing) => ({ ...crossing, studentNo })),
    )
    .toSorted((a, b) => a.day - b.day || a.minute - b.minute)
    .map(lineOf);
  return inWindows1251([HEADINGS.join(";"), ...lines].map((line) => `${line}\r\n`).join(""));
}

function lineOf(crossing: DemoCrossing & { studentNo: string }): string {
  const { studentNo, documentNo, direction, checkpoint } = crossing;
  return [
    studentNo,
    documentNo,
    direction === "entry" ? "въезд" : "выезд",
    momentOf(crossing),
    checkpoint,
  ].join(";");
}

function momentOf({ day, minute }: DemoCrossing): string {
  const { year, month, dayOfMonth } = civilDate(day);
  const two = (value: number) => String(value).padStart(2, "0");
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  return `${two(dayOfMonth)}.${two(month)}.${year} ${time}`;
}
