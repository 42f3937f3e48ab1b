import { useTranslations } from "next-intl";
import type { Verdict } from "@/lib/compliance/assessment";
import { VerdictIcon } from "./verdict-icon";
import { TONE_CLASSES, VERDICT_TONES } from "./verdict-tone";

/**
 * A verdict as it stands in a row: its sign, its word, its tone; what it means on pointing. Where a broken log
 * allows a milder one (`atLeast`), that is said beside it.
 */
export function VerdictBadge({ verdict, atLeast }: { verdict: Verdict; atLeast?: Verdict }) {
  const t = useTranslations("assessment");
  return (
    <>
      <Badge verdict={verdict} />
      {atLeast === undefined || atLeast === verdict ? null : (
        <span className="font-normal text-muted text-xs tracking-normal">
          {" "}
          {t("atLeast", { verdict: t(`verdicts.${atLeast}`) })}
        </span>
      )}
    </>
  );
}

function Badge({ verdict }: { verdict: Verdict }) {
  const t = useTranslations("assessment");
  return (
    <span
      title={t(`verdictMeanings.${verdict}`)}
      className={`inline-flex h-6 items-center gap-1.5 whitespace-nowrap rounded-sm px-1.5 font-medium text-sm tracking-normal ${TONE_CLASSES[VERDICT_TONES[verdict]]}`}
    >
      <VerdictIcon verdict={verdict} />
      {t(`verdicts.${verdict}`)}
    </span>
  );
}
