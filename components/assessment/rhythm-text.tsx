import { useTranslations } from "next-intl";
import type { Rhythm } from "@/lib/compliance/presence-rhythm";

const WEEK = 7;

/** Whole weeks where the days are some, give or take a day; else null. */
export function wholeWeeks(days: number): number | null {
  const weeks = Math.round(days / WEEK);
  return weeks > 0 && Math.abs(days - weeks * WEEK) <= 1 ? weeks : null;
}

/** How a person comes and goes, in a few words: "goes home every 2 weeks". */
export function RhythmText({ kind, everyDays }: Pick<Rhythm, "kind" | "everyDays">) {
  const t = useTranslations("assessment.rhythms");
  if (kind !== "goes_home" || everyDays === null) return t(kind);
  const weeks = wholeWeeks(everyDays);
  return weeks === null ? t("homeDays", { days: everyDays }) : t("homeWeeks", { weeks });
}
