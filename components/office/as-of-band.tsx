"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { readAsOf, withAsOf } from "@/lib/civil-date/as-of";
import type { Day } from "@/lib/civil-date/day";
import { dayInWords } from "@/lib/i18n/format-day";

/** Says across the whole width that the screen does not speak of today, and leads back. */
export function AsOfBand({ today }: { today: Day }) {
  const t = useTranslations("shell.asOf");
  const locale = useLocale();
  const pathname = usePathname();
  const parameters = useSearchParams();
  const { asOf, refused } = readAsOf(parameters.get("asOf"), today);
  if (asOf === today && refused === null) return null;
  const words = dayInWords(today, locale);
  const back = withAsOf(`${pathname}?${parameters}`, null);
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-0.5 border-near border-y bg-near-wash px-4 py-1.5 lg:px-6"
    >
      <Icon name="calendar" className="text-near" />
      <p>
        {refused === null
          ? t("notToday", { day: dayInWords(asOf, locale), today: words })
          : t("refused", { text: refused, today: words })}
      </p>
      <Link href={back} className="font-medium text-lake underline underline-offset-3 print:hidden">
        {t("backToToday")}
      </Link>
    </div>
  );
}
