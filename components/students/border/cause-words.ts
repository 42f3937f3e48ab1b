import { useLocale, useTranslations } from "next-intl";
import { useAnswerWords } from "@/components/office/questions/answer-words";
import type { Day } from "@/lib/civil-date/day";
import type { Cause } from "@/lib/compliance/recount";
import { dayInTable, dayInWords } from "@/lib/i18n/format-day";
import { QUESTION_IDS } from "@/lib/services/office/answers";
import type { StudentFile } from "@/lib/services/students/get-student";

/** Says what somebody else may have done otherwise, as the end of "… comes out if the service". */
export function useCauseWords(file: StudentFile): (cause: Cause) => string {
  const t = useTranslations("borderCount.causes");
  const more = useTranslations("borderCount");
  const words = useTranslations("assessment");
  const topics = useTranslations("questions.topics");
  const answers = useAnswerWords();
  const locale = useLocale();
  const on = (day: Day) => dayInWords(day, locale);
  const recordsOf = (refs: readonly (string | null)[]) =>
    file.crossings.filter(({ ref }) => refs.includes(ref));
  const records = (refs: readonly (string | null)[]) =>
    recordsOf(refs)
      .map(({ direction, day }) => `${words(`directions.${direction}`)} ${dayInTable(day)}`)
      .join(", ");
  const span = (refs: readonly string[]) => {
    const [first, last] = recordsOf(refs);
    return { from: first ? on(first.day) : "", to: last ? on(last.day) : "" };
  };
  return (cause) => {
    switch (cause.kind) {
      case "reading":
        return t("reading", { reading: words(`readings.${cause.reading}`) });
      case "setting":
        return t("setting", {
          topic: topics(QUESTION_IDS[cause.setting]),
          value: answers.answer(cause.setting, { ...file.settings, [cause.setting]: cause.value }),
        });
      case "fewest":
        return t("fewest");
      case "ground_unknown":
        return t("ground_unknown", { ground: groundOf(file, cause.ref, words) });
      case "counted_to":
      case "stated_day_too":
        return t(cause.kind, { day: on(cause.day) });
      case "crossing_known": {
        const { from, to } = cause.days;
        const days = from === to ? on(from) : more("daySpan", { from: on(from), to: on(to) });
        return t("crossing_known", { direction: words(`directions.${cause.direction}`), days });
      }
      case "set_aside":
      case "stay_twice":
        return t(cause.kind, { records: records(cause.refs) });
      case "stay_unknown":
      case "absence_unknown":
        return t(cause.kind, span(cause.refs));
      case "crossing_unknown":
        return t("crossing_unknown", { open: cause.openDays, record: records([cause.ref]) });
    }
  };
}

function groundOf(
  { grounds }: StudentFile,
  ref: string,
  words: ReturnType<typeof useTranslations<"assessment">>,
): string {
  const ground = grounds.find((one) => one.ref === ref);
  if (ground === undefined) return "";
  const number = ground.number === "" ? "" : ` № ${ground.number}`;
  return `${words(`grounds.${ground.kind}`)}${number}`;
}
