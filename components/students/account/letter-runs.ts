import type { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/auth/permissions";
import { addDays, civilDate, type Day } from "@/lib/civil-date/day";
import type { AccountRun } from "@/lib/compliance/day-account";
import { dayInLetter, inMonthOfLetter } from "@/lib/i18n/letter-day";
import type { StudentFile } from "@/lib/services/students/get-student";

/** The translator of the letter's own language. */
export type Say = Awaited<ReturnType<typeof getTranslations<"dayCount.letterText">>>;

/** A letter names so many stays one by one; more are told by months, and the count is attached. */
const MOST_STAYS = 8;

/** The days that count, and those that may, as sentences. */
export function runsInWords(
  t: Say,
  file: StudentFile,
  runs: readonly AccountRun[],
  locale: Locale,
): string[] {
  const counted = runs.filter(({ kind }) => kind === "counted");
  const possible = runs.filter(({ kind }) => kind === "possible");
  const byStay = counted.length + possible.length <= MOST_STAYS;
  const list = (some: readonly AccountRun[]) =>
    (byStay ? some.map((run) => runInWords(t, file, run, locale)) : months(t, some, locale)).join(
      "; ",
    );
  return [
    counted.length === 0 ? t("none") : t("counted", { list: list(counted) }),
    possible.length === 0 ? "" : t("possible", { list: list(possible) }),
    byStay ? "" : t("attached"),
  ];
}

function runInWords(t: Say, file: StudentFile, run: AccountRun, locale: Locale): string {
  const { from, to, days, kind } = run;
  const crossings =
    kind === "counted" ? t("crossings", { list: crossingsOf(t, file, run, locale) }) : "";
  if (from === to) return t("oneDay", { on: dayInLetter(from, locale, "on"), days, crossings });
  return t("span", {
    from: dayInLetter(from, locale, "from"),
    to: dayInLetter(to, locale, "to"),
    days,
    crossings,
  });
}

function crossingsOf(
  t: Say,
  { crossings }: StudentFile,
  { entryRef, exitRef, open }: AccountRun,
  locale: Locale,
): string {
  const tell = (ref: string | null, direction: "entry" | "exit") => {
    const crossing = crossings.find((one) => one.ref === ref);
    if (crossing === undefined) return t(`crossing.${direction}Missing`);
    const told = t(`crossing.${direction}`, { day: dayInLetter(crossing.day, locale) });
    const { checkpoint } = crossing;
    return checkpoint === "" ? told : t("at", { crossing: told, checkpoint });
  };
  return `${tell(entryRef, "entry")}; ${open ? t("open") : tell(exitRef, "exit")}`;
}

/** "в сентябре 2025 года 22 дня (1–5, 8–12)", one a month. */
function months(t: Say, runs: readonly AccountRun[], locale: Locale): string[] {
  const byMonth = new Map<string, { first: Day; days: number; parts: string[] }>();
  for (const run of runs.flatMap(splitByMonth)) {
    const key = inMonthOfLetter(run.from, locale);
    const month = byMonth.get(key) ?? { first: run.from, days: 0, parts: [] };
    month.days += run.days;
    month.parts.push(daysOfMonth(run));
    byMonth.set(key, month);
  }
  return [...byMonth].map(([month, { days, parts }]) =>
    t("month", { month, days, list: parts.join(", ") }),
  );
}

type Part = { from: Day; to: Day; days: number };

function splitByMonth({ from, to, days }: Part): Part[] {
  const { dayOfMonth } = civilDate(from);
  const inNext = addDays(from, 32 - dayOfMonth);
  const last = addDays(inNext, -civilDate(inNext).dayOfMonth);
  if (to <= last) return [{ from, to, days }];
  const here = last - from + 1;
  return [
    { from, to: last, days: here },
    ...splitByMonth({ from: addDays(last, 1), to, days: days - here }),
  ];
}

function daysOfMonth({ from, to }: Part): string {
  const [first, last] = [civilDate(from).dayOfMonth, civilDate(to).dayOfMonth];
  return first === last ? String(first) : `${first}–${last}`;
}
