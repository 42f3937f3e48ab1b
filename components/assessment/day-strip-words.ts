import { useLocale, useTranslations } from "next-intl";
import { dayInWords } from "@/lib/i18n/format-day";
import { countLetters, type DayStripData, lastDayOf } from "./day-strip-data";

/** The strip in one or two sentences, for whoever does not see it. */
export function useStripWords(data: DayStripData): string {
  const t = useTranslations("assessment.strip");
  const locale = useLocale();
  const last = lastDayOf(data);
  const { c, p, o, n, u } = countLetters(data, data.start, last);
  const days = t("describe", {
    from: dayInWords(data.start, locale),
    to: dayInWords(last, locale),
    counted: c,
    paused: p,
    outside: o,
    notCounted: n,
    unknown: u,
  });
  const limit = data.limitOn
    ? ` ${t("describeLimit", { day: dayInWords(data.limitOn, locale) })}`
    : "";
  return days + limit;
}
