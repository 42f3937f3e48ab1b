import type { Locale } from "@/lib/auth/permissions";
import { civilDate, type Day } from "@/lib/civil-date/day";
import { dayAndMonthInWords } from "./format-day";

/** What a date is to its sentence: by itself, the first day of a span, its last day, or the day on which something was. */
export type LetterForm = "bare" | "from" | "to" | "on";

/** Kyrgyz months as a date of a year has them, with their case endings: from, to, on. */
const KY_MONTHS: readonly { bare: string; endings: readonly [string, string, string] }[] = [
  { bare: "январы", endings: ["нан", "на", "нда"] },
  { bare: "февралы", endings: ["нан", "на", "нда"] },
  { bare: "марты", endings: ["нан", "на", "нда"] },
  { bare: "апрели", endings: ["нен", "не", "нде"] },
  { bare: "майы", endings: ["нан", "на", "нда"] },
  { bare: "июну", endings: ["нан", "на", "нда"] },
  { bare: "июлу", endings: ["нан", "на", "нда"] },
  { bare: "августу", endings: ["нан", "на", "нда"] },
  { bare: "сентябры", endings: ["нан", "на", "нда"] },
  { bare: "октябры", endings: ["нан", "на", "нда"] },
  { bare: "ноябры", endings: ["нан", "на", "нда"] },
  { bare: "декабры", endings: ["нан", "на", "нда"] },
];

const RU_MONTHS_ON = [
  "январе",
  "феврале",
  "марте",
  "апреле",
  "мае",
  "июне",
  "июле",
  "августе",
  "сентябре",
  "октябре",
  "ноябре",
  "декабре",
];

const EN_MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });

/**
 * A date as letters write it, in the case that its place in a Kyrgyz sentence asks for: "7 декабря 2025 года",
 * "2025-жылдын 7-декабры" (7-декабрынан, 7-декабрына, 7-декабрында), "7 December 2025".
 */
export function dayInLetter(day: Day, locale: Locale, form: LetterForm = "bare"): string {
  const { year, month, dayOfMonth } = civilDate(day);
  if (locale === "ky") return `${year}-жылдын ${dayOfMonth}-${kyMonth(month, form)}`;
  const dayAndMonth = dayAndMonthInWords(day, locale);
  return locale === "ru" ? `${dayAndMonth} ${year} года` : `${dayAndMonth} ${year}`;
}

/** The month in which something was: "в сентябре 2025 года", "2025-жылдын сентябрында", "in September 2025". */
export function inMonthOfLetter(day: Day, locale: Locale): string {
  const { year, month } = civilDate(day);
  if (locale === "ky") return `${year}-жылдын ${kyMonth(month, "on")}`;
  if (locale === "ru") return `в ${RU_MONTHS_ON[month - 1]} ${year} года`;
  return `in ${EN_MONTH.format(Date.UTC(2025, month - 1, 1))} ${year}`;
}

function kyMonth(month: number, form: LetterForm): string {
  const { bare, endings } = KY_MONTHS[month - 1] ?? { bare: "", endings: ["", "", ""] };
  const [from, to, on] = endings;
  return bare + { bare: "", from, to, on }[form];
}
