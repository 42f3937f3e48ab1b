import { useTranslations } from "next-intl";
import { DayText } from "@/components/assessment/day-text";
import type { RequestAnswer } from "@/lib/services/registrations/get-request-list";

const TONES = {
  registered: "text-covered",
  refused: "text-over",
  returned: "text-near",
} as const;

/** What the authority answered: the result, then its number and days, or why not. */
export function AnswerInWords({ answer }: { answer: RequestAnswer }) {
  const t = useTranslations("registrations.answers");
  const { result, reason, number, validFrom, validTo, authority } = answer;
  return (
    <>
      <span className={`font-semibold ${TONES[result]}`}>{t(`results.${result}`)}</span>
      {number === "" ? null : <span className="tabular-nums"> № {number}</span>}
      {validFrom === null || validTo === null ? null : (
        <span className="block whitespace-nowrap">
          <DayText day={validFrom} form="table" /> – <DayText day={validTo} form="table" />
        </span>
      )}
      {reason === "" ? null : <span className="block">{reason}</span>}
      {result !== "registered" && reason === "" ? (
        <span className="block text-muted">{t("noReason")}</span>
      ) : null}
      {authority === "" ? null : <span className="block text-muted text-xs">{authority}</span>}
    </>
  );
}
