import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/auth/permissions";
import { type Day, parseDay } from "@/lib/civil-date/day";
import type { AccountRun } from "@/lib/compliance/day-account";
import { countryName } from "@/lib/i18n/country-name";
import { dayInLetter } from "@/lib/i18n/letter-day";
import type { StudentFile } from "@/lib/services/students/get-student";
import { namesFor } from "../student-name";
import { runsInWords, type Say } from "./letter-runs";
import type { Account } from "./read-account";

/** The count as a paragraph for a letter, in the language of the letter, whatever the reader's is. */
export async function letterText(
  file: StudentFile,
  account: Account,
  locale: Locale,
): Promise<string> {
  const t = await getTranslations({ locale, namespace: "dayCount.letterText" });
  const { result, summary, logIsEmpty } = account;
  const { usedMin, usedMax, used, limit, firstBreach } = result;
  const day = dayInLetter(file.asOf, locale, "to");
  const howMany =
    usedMin === usedMax
      ? t("used", { day, used, limit })
      : t("usedRange", { day, min: usedMin, max: usedMax, limit });
  const sentences = [
    whoIs(t, file, locale),
    logIsEmpty ? t("usedUnknown", { day, limit }) : howMany,
    await method(t, file, account, locale),
    ...(logIsEmpty ? [] : runsInWords(t, file, summary.runs, locale)),
    ...(await pauses(t, file, summary.runs, locale)),
    firstBreach === null ? "" : t("breach", { day: dayInLetter(firstBreach, locale) }),
  ];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

function whoIs(t: Say, { student, assessment }: StudentFile, locale: Locale): string {
  const join = (...parts: string[]) => parts.filter((part) => part !== "").join(" ");
  const [name] = namesFor(locale, {
    nameLatin: join(student.lastName, student.firstName, student.middleName),
    nameCyrillic: join(
      student.lastNameCyrillic,
      student.firstNameCyrillic,
      student.middleNameCyrillic,
    ),
  });
  const details = [t("citizenship", { country: countryName(student.citizenship, locale) })];
  if (student.studentNo !== "") details.push(t("studentNo", { number: student.studentNo }));
  return t("who", { regime: assessment.regime, name, details: details.join("; ") });
}

/** What is counted, by which reading, and who reads it so. */
async function method(
  t: Say,
  file: StudentFile,
  { reading, from, to, result, citations }: Account,
  locale: Locale,
): Promise<string> {
  if (from === null || to === null) return "";
  const words = await getTranslations({ locale, namespace: "assessment.readings" });
  const isSince = reading !== "rolling" && reading !== "anchored";
  const form = reading === "anchored" ? "on" : "from";
  return t(`method.${reading}`, {
    from: dayInLetter(from, locale, form),
    to: dayInLetter(to, locale, "to"),
    window: result.window ?? 0,
    absence: isSince ? (file.ruleSet.reentryWait?.days ?? 0) : 0,
    reading: words(reading),
    sources: citations.map((id) => sourceInWords(t, file, id, locale)).join("; "),
  });
}

/** Sources of the readings as a letter names them. */
const NAMED = {
  "SBC-6": "sbc6",
  "GPS-2025-12": "gps202512",
  "GPS-2026-01": "gps202601",
  "KG-855": "kg855",
} as const;

function sourceInWords(t: Say, { sources }: StudentFile, id: string, locale: Locale): string {
  const named = Object.entries(NAMED).find(([known]) => known === id)?.[1];
  if (named !== undefined) return t(`sources.${named}`);
  const source = sources.find((known) => known.id === id);
  const on = source === undefined ? null : parseDay(source.date);
  return on === null ? id : t("dated", { source: id, date: dayInLetter(on, locale) });
}

async function pauses(
  t: Say,
  file: StudentFile,
  runs: readonly AccountRun[],
  locale: Locale,
): Promise<string[]> {
  const kinds = await getTranslations({ locale, namespace: "assessment.grounds" });
  const on = (day: Day) => dayInLetter(day, locale);
  const groundInWords = ({ kind, number, from, to }: StudentFile["grounds"][number]) => {
    const named = {
      kind: kinds(kind),
      number: number === "" ? "" : t("groundNumber", { number }),
      from: on(from),
    };
    return to === null ? t("groundOpen", named) : t("ground", { ...named, to: on(to) });
  };
  return joinedPauses(runs).map(({ from, to, days, grounds }) => {
    const known = file.grounds.filter(({ ref }) => grounds.includes(ref));
    const named = known.map(groundInWords).join("; ");
    return from === to
      ? t("pausedDay", { on: dayInLetter(from, locale, "on"), grounds: named })
      : t("paused", {
          from: dayInLetter(from, locale, "from"),
          to: dayInLetter(to, locale, "to"),
          days,
          grounds: named,
        });
  });
}

/** Pauses under the same grounds, whatever lay between them: a letter names a ground once. */
function joinedPauses(runs: readonly AccountRun[]): AccountRun[] {
  const joined: AccountRun[] = [];
  for (const run of runs.filter(({ kind }) => kind === "paused")) {
    const same = joined.find(({ grounds }) => grounds.join() === run.grounds.join());
    if (same === undefined) joined.push({ ...run });
    else {
      same.to = run.to;
      same.days += run.days;
    }
  }
  return joined;
}
