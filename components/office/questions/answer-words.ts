import { useLocale, useTranslations } from "next-intl";
import { inARow } from "@/components/ui/in-a-row";
import { parseDay } from "@/lib/civil-date/day";
import type { Settings } from "@/lib/compliance/settings";
import { dayInWords } from "@/lib/i18n/format-day";
import { answerTo, QUESTION_IDS, type QuestionSetting } from "@/lib/services/office/answers";

/** The key under which the texts of an answer stand: "60/120" would not do as one. */
export function answerKey(value: string): string {
  return value.replace("/", "in");
}

/** An answer to an open question in words, the same wherever it is shown. */
export function useAnswerWords() {
  const t = useTranslations("questions.values");
  const readings = useTranslations("assessment.readings");
  const locale = useLocale();
  const value = (id: string, answer: string): string => {
    if (id === "A1") return readings(answer);
    const day = id === "A2" ? parseDay(answer) : null;
    return day === null ? t(`${id}.${answerKey(answer)}`) : dayInWords(day, locale);
  };
  return {
    value,
    /** What settings say to the question that this setting answers. */
    answer: (setting: QuestionSetting, settings: Settings): string =>
      inARow(answerTo(setting, settings).map((text) => value(QUESTION_IDS[setting], text))),
  };
}
