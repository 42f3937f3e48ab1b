import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/auth/permissions";
import { type Day, formatDay } from "@/lib/civil-date/day";
import { dayInWords } from "@/lib/i18n/format-day";
import type { Account } from "./read-account";

/** From which day to which a reading looks, and what it finds: one sentence. */
export async function LooksAt({ account, locale }: { account: Account; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "dayCount" });
  const { from, to, sums, result, logIsEmpty } = account;
  if (from === null || to === null) return t("looksAtNothing");
  const { used, usedMin, usedMax, limit } = result;
  const words = (day: Day) => () => (
    <time dateTime={formatDay(day)} className="whitespace-nowrap">
      {dayInWords(day, locale)}
    </time>
  );
  return t.rich("looksAt", {
    from: words(from),
    to: words(to),
    days: sums.days,
    limit,
    used: () => (
      <strong>
        {logIsEmpty
          ? t("usedUnknown")
          : usedMin === usedMax
            ? used
            : t("usedRange", { min: usedMin, max: usedMax })}
      </strong>
    ),
  });
}
