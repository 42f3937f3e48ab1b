import { useLocale, useTranslations } from "next-intl";
import type { Alert } from "@/lib/compliance/assessment";
import { dayInWords } from "@/lib/i18n/format-day";
import { SEVERITY_TONES, TONE_CLASSES } from "./verdict-tone";

/** What to do by when, the most urgent first, as the engine orders it. */
export function AlertList({ alerts }: { alerts: readonly Alert[] }) {
  const t = useTranslations("assessment");
  const locale = useLocale();
  return (
    <ol className="divide-y divide-rule border-rule border-y">
      {alerts.map(({ code, severity, on }) => (
        <li key={code} className="flex flex-wrap gap-x-3 gap-y-1 py-2 sm:flex-nowrap">
          <span
            className={`h-6 shrink-0 rounded-sm px-1.5 font-medium text-sm leading-6 sm:w-22 sm:text-center ${TONE_CLASSES[SEVERITY_TONES[severity]]}`}
          >
            {t(`severities.${severity}`)}
          </span>
          <div className="min-w-0">
            <p className="font-medium">
              {on === null
                ? t(`alerts.${code}.undated`)
                : t(`alerts.${code}.text`, { day: dayInWords(on, locale) })}
            </p>
            <p>{t(`alerts.${code}.action`)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
