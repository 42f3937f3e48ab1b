import { useLocale } from "next-intl";
import { type Day, formatDay } from "@/lib/civil-date/day";
import { dayAndMonthInWords, dayInTable, dayInWords } from "@/lib/i18n/format-day";

/** A day for people: `words` in a sentence, `noYear` where the year is plain, `table` in a column. */
export function DayText({
  day,
  form = "words",
}: {
  day: Day;
  form?: "words" | "noYear" | "table";
}) {
  const locale = useLocale();
  const text = {
    words: dayInWords,
    noYear: dayAndMonthInWords,
    table: dayInTable,
  }[form](day, locale);
  return (
    <time dateTime={formatDay(day)} className="whitespace-nowrap">
      {text}
    </time>
  );
}
