import { civilDate, type Day } from "@/lib/civil-date/day";
import type { Answers } from "./answers";
import { dateColumns } from "./rows/slash-order";
import type { Target } from "./targets";
import { withoutInvisible } from "./values/invisible";
import { readMoment, slashParts, type YearOf } from "./values/moment";
import { birthYears, plainYears } from "./values/short-year";

/** A cell of the file, and what each answer makes of it; null: nothing, as where there is no such day. */
export type AnswerExample = {
  text: string;
  read: Readonly<Record<string, Day | string | null>>;
};

const SHOWN = 3;

type Question = "dateOrder" | "serials" | "birthYears";
type Order = NonNullable<Answers["dateOrder"]>;
/** What is known beside the question: today, whether the column is one of birth dates, and what stands first with slashes. */
type Known = { today: Day; isBirth: boolean; order: Order };
type Reads = (text: string, known: Known) => AnswerExample["read"] | null;

function dayOr(text: string, order: Order, serials = false, yearOf?: YearOf) {
  const moment = readMoment(text, order, serials, yearOf);
  return moment.ok ? moment.day : null;
}

/** What the answers make of a date that the question is about; null for any other text. */
const READ_DATE: Readonly<Record<Question, Reads>> = {
  dateOrder: (text, { today, isBirth }) => {
    const yearOf = isBirth ? birthYears(today, true) : plainYears(today);
    const yearFirst = dayOr(text, "yearFirst", false, yearOf);
    return (
      slashParts(text) && {
        dayFirst: dayOr(text, "dayFirst", false, yearOf),
        monthFirst: dayOr(text, "monthFirst", false, yearOf),
        yearFirst:
          yearFirst !== null && (isBirth || isOfOurYears(yearFirst, today)) ? yearFirst : null,
      }
    );
  },
  serials: (text) => {
    const moment = readMoment(text, "unknown");
    if (moment.ok || moment.code !== "serialDate") return null;
    return { yes: dayOr(text, "dayFirst", true) };
  },
  birthYears: (text, { today, order }) => {
    const moment = readMoment(text, order, false, birthYears(today, false));
    if (moment.ok || moment.code !== "birthCentury") return null;
    return { yes: dayOr(text, order, false, birthYears(today, true)) };
  },
};

/** Crossings, registrations and papers are of a few years about today. */
const YEARS = 10;
const isOfOurYears = (date: Day, today: Day) =>
  Math.abs(civilDate(date).year - civilDate(today).year) <= YEARS;

/** That the year stands first is no answer where it cannot in one of the dates. */
function withoutImpossible(all: readonly AnswerExample[]): AnswerExample[] {
  if (all.every(({ read }) => read["yearFirst"] !== null)) return [...all];
  return all.map(({ text, read: { yearFirst: _, ...read } }) => ({ text, read }));
}

const tellsApart = ({ read }: AnswerExample) => new Set(Object.values(read)).size > 1;

/**
 * The first different dates of a file's rows that a question is about, at most three, each with the day that every
 * answer makes of it; `order`: what stands first in dates with slashes. Those that the answers read differently come first.
 */
export function dateExamples(
  name: Question,
  mapping: readonly (Target | null)[],
  rows: readonly (readonly string[])[],
  today: Day,
  order: Order = "dayFirst",
): AnswerExample[] {
  const columns = dateColumns(
    name === "birthYears" ? mapping.map((one) => (one === "birth_date" ? one : null)) : mapping,
  );
  const found = new Map<string, AnswerExample>();
  for (const cells of rows) {
    for (const column of columns) {
      const text = withoutInvisible(cells[column] ?? "").trim();
      const isBirth = mapping[column] === "birth_date";
      const read = READ_DATE[name](text, { today, isBirth, order });
      if (read !== null && !found.has(text)) found.set(text, { text, read });
    }
  }
  const all = withoutImpossible([...found.values()]);
  const plain = all.filter(tellsApart);
  return [...plain, ...all.filter((one) => !tellsApart(one))].slice(0, SHOWN);
}

/** Numbers without zeros in front of them, at most three, with what each answer makes of them. */
export function zeroExamples(numbers: readonly { text: string; zeros: number }[]): AnswerExample[] {
  const zerosOf = new Map(numbers.map(({ text, zeros }) => [text, zeros]));
  return [...zerosOf].slice(0, SHOWN).map(([text, zeros]) => ({
    text,
    read: { restore: `${"0".repeat(zeros)}${text}`, keep: text },
  }));
}
