import type { Day } from "@/lib/civil-date/day";
import type { Answers } from "./answers";
import { withoutGuard } from "./formula-guard";
import { dateColumns } from "./rows/slash-order";
import type { Target } from "./targets";
import { withoutInvisible } from "./values/invisible";
import { readMoment } from "./values/moment";
import { birthYears, plainYears } from "./values/short-year";

/** A date of a file that could have been read otherwise: the cell as it stands, and what it was read as. */
export type DateRead = {
  column: number;
  text: string;
  day: Day;
  /** Minute of the day; null: none is said, or the field is a day alone. */
  minute: number | null;
};

export type DatesReader = (cells: readonly string[]) => DateRead[];

const WITH_TIME: ReadonlySet<Target> = new Set<Target>(["at", "entry_at", "exit_at"]);

/**
 * Gives the dates of a row that are not plain from the cell alone, with slashes, a year of two digits or Excel's count of days, as
 * they were read with a file's mapping and answers on the day `today`. Where nobody has said what stands first, the file
 * itself has shown that it is the day: rows of which that is not known have an issue, and are not asked about here.
 */
export function datesReader(
  mapping: readonly (Target | null)[],
  { dateOrder, serials, birthYears: areLast }: Answers,
  today: Day,
): DatesReader {
  const years = { birth: birthYears(today, areLast === true), other: plainYears(today) };
  const readAt = (target: Target | null, written: string) => {
    const text = withoutInvisible(withoutGuard(written)).replace(/\s+/g, " ").trim();
    if (text === "" || readMoment(text, "unknown").ok) return null;
    const yearOf = target === "birth_date" ? years.birth : years.other;
    const read = readMoment(text, dateOrder ?? "dayFirst", serials, yearOf);
    return read.ok ? read : null;
  };
  const columns = dateColumns(mapping);
  return (cells) =>
    columns.flatMap((column) => {
      const target = mapping[column] ?? null;
      const text = cells[column] ?? "";
      const read = readAt(target, text);
      if (read === null) return [];
      const minute = target !== null && WITH_TIME.has(target) ? read.minute : null;
      return [{ column, text, day: read.day, minute }];
    });
}
