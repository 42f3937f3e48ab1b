import { useTranslations } from "next-intl";
import type { Day } from "@/lib/civil-date/day";
import type { Alert } from "@/lib/compliance/assessment";
import { DayText } from "./day-text";
import { SEVERITY_TONES, TONE_CLASSES } from "./verdict-tone";

/** What to do by when, the most urgent first, as the engine orders it. */
export function AlertList({ alerts, asOf }: { alerts: readonly Alert[]; asOf: Day }) {
  const t = useTranslations("assessment");
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
            <Words code={code} on={on} asOf={asOf} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Alerts that say something else once their day has passed: it is too late for what they advise. */
const PASSED = {
  visa_ends: "visaEnded",
  register_besides_visa: "registerBesidesVisaLate",
} as const;

/** What holds, and what to do about it. */
function Words({ code, on, asOf }: Pick<Alert, "code" | "on"> & { asOf: Day }) {
  const t = useTranslations("assessment.alerts");
  const isPast = on !== null && on < asOf;
  const key =
    isPast && (code === "visa_ends" || code === "register_besides_visa") ? PASSED[code] : code;
  return (
    <>
      <p className="font-medium">
        {on === null
          ? t(`${code}.undated`)
          : t.rich(`${key}.text`, { day: () => <DayText day={on} /> })}
      </p>
      <p>{t(`${key}.action`)}</p>
    </>
  );
}
