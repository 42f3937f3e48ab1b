import { useLocale, useTranslations } from "next-intl";
import { civilDate, type Day } from "@/lib/civil-date/day";
import { dayInWords, monthInWords, monthShort } from "@/lib/i18n/format-day";
import { DayStripBand } from "./day-strip-band";
import { countLetters, type DayStripData, lastDayOf, monthsOf } from "./day-strip-data";
import { drawBand } from "./day-strip-geometry";

const DAY_WIDTH = 20;
const WIDTH = 31 * DAY_WIDTH;
const HEIGHT = 30;
const SCALE = [1, 5, 10, 15, 20, 25, 30];

/**
 * The strip of days as a ledger: a month a row, its days drawn, its counted and paused days summed.
 * It is a table, so that a screen reader reads the sums where the eye sees the picture.
 */
export function DayStripYear(data: DayStripData) {
  const t = useTranslations("assessment.strip");
  const locale = useLocale();
  const last = lastDayOf(data);
  const total = countLetters(data, data.start, last);
  const caption = t("table", {
    from: dayInWords(data.start, locale),
    to: dayInWords(last, locale),
  });
  return (
    <table className="w-full max-w-4xl border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-rule-strong border-b text-muted text-sm">
        <tr>
          <th scope="col" className="py-1 pr-3 text-left font-medium">
            {t("month")}
          </th>
          <th scope="col" className="w-full font-normal">
            <span className="sr-only">{t("days")}</span>
            <DayScale />
          </th>
          <SumHead>{t("countedDays")}</SumHead>
          <SumHead>{t("pausedDays")}</SumHead>
        </tr>
      </thead>
      <tbody>
        {monthsOf(data).map((month) => (
          <MonthRow key={month.from} data={data} {...month} />
        ))}
      </tbody>
      <tfoot className="border-rule-strong border-t font-semibold">
        <tr>
          <th scope="row" colSpan={2} className="py-1.5 text-left">
            {t("total")}
          </th>
          <Sum>{total.c}</Sum>
          <Sum>{total.p}</Sum>
        </tr>
      </tfoot>
    </table>
  );
}

function MonthRow({ data, from, to }: { data: DayStripData; from: Day; to: Day }) {
  const locale = useLocale();
  const { c, p } = countLetters(data, from, to);
  const shapes = drawBand(data, {
    from,
    to,
    dayWidth: DAY_WIDTH,
    gap: 2,
    top: 6,
    height: 15,
    hatch: 5,
  });
  return (
    <tr className="border-rule border-b last:border-b-0">
      <th
        scope="row"
        className="whitespace-nowrap py-0.5 pr-3 text-left font-normal max-sm:text-sm"
      >
        <span className="max-sm:hidden">{monthInWords(from, locale)}</span>
        <span className="sm:hidden">
          {monthShort(from, locale)} {civilDate(from).year}
        </span>
      </th>
      <td>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="block h-7.5 w-full overflow-visible"
          aria-hidden="true"
        >
          <DayStripBand shapes={shapes} />
        </svg>
      </td>
      <Sum>{c}</Sum>
      <Sum>{p}</Sum>
    </tr>
  );
}

/** 1, 5, 10 … over the days they name. */
function DayScale() {
  return (
    <span aria-hidden="true" className="relative block h-5 text-xs tabular-nums">
      {SCALE.map((dayOfMonth) => (
        <span
          key={dayOfMonth}
          className="absolute bottom-0 -translate-x-1/2"
          style={{ left: `${((dayOfMonth - 0.55) / 31) * 100}%` }}
        >
          {dayOfMonth}
        </span>
      ))}
    </span>
  );
}

function SumHead({ children }: { children: string }) {
  return (
    <th
      scope="col"
      className="whitespace-nowrap py-1 pl-4 text-right font-medium max-sm:pl-2 max-sm:text-xs"
    >
      {children}
    </th>
  );
}

/** A sum of days; nothing is written for none, so that the eye finds the months that count. */
function Sum({ children }: { children: number }) {
  return <td className="pl-4 text-right max-sm:pl-2">{children === 0 ? "–" : children}</td>;
}
