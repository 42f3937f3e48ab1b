import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Day } from "@/lib/civil-date/day";
import type { Trouble } from "@/lib/compliance/trouble";
import { dayInWords } from "@/lib/i18n/format-day";
import type { StudentFile } from "@/lib/services/students/get-student";
import { CrossingLine } from "../account/evidence";
import { RepairOffer } from "./repair-offer";

type Shown = { file: StudentFile; mayRepair: boolean };

/**
 * What does not fit in the log: each trouble with its records, what the count is until it is cleared, and
 * how it could be mended.
 */
export function LogTroubles({ troubles, ...shown }: Shown & { troubles: readonly Trouble[] }) {
  const t = useTranslations("logRepair");
  return (
    <div className="space-y-4">
      <p className="max-w-prose">
        <UntilCleared file={shown.file} />
      </p>
      {shown.mayRepair ? null : <p className="text-muted">{t("cannot")}</p>}
      <ol className="space-y-5">
        {troubles.map((trouble) => (
          <li
            key={`${trouble.kind} ${trouble.refs.join()}`}
            className="border-near border-l-3 bg-sheet px-4 py-3"
          >
            <OneTrouble trouble={trouble} {...shown} />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The range in which the count and the verdict lie while the log is broken. */
function UntilCleared({ file: { assessment } }: { file: StudentFile }): ReactNode {
  const t = useTranslations("logRepair");
  const words = useTranslations("assessment");
  const { headline, readings, verdict, verdictAtLeast } = assessment;
  const result = headline === null ? undefined : readings[headline];
  if (headline === null || result === undefined) return t("untilNone");
  const { usedMin, usedMax, limit } = result;
  if (usedMin === usedMax && verdict === verdictAtLeast) return t("untilNone");
  const told = {
    min: usedMin,
    max: usedMax,
    limit,
    reading: words(`readings.${headline}`),
    verdict: words(`verdicts.${verdict}`),
  };
  return verdict === verdictAtLeast
    ? t("untilSame", told)
    : t("untilRange", { ...told, atLeast: words(`verdicts.${verdictAtLeast}`) });
}

function OneTrouble({ trouble, file, mayRepair }: Shown & { trouble: Trouble }) {
  const t = useTranslations("logRepair");
  const locale = useLocale();
  const { kind, at, refs, repairs } = trouble;
  const crossings = refs.flatMap((ref) => file.crossings.filter((one) => one.ref === ref));
  const words = (day: Day | undefined) => dayInWords(day ?? at, locale);
  return (
    <div className="space-y-3">
      <p className="font-semibold">
        {t(`kinds.${kind}`, {
          first: words(crossings[0]?.day),
          last: words(crossings.at(-1)?.day),
          count: refs.length,
        })}
      </p>
      <ul className="space-y-0.5">
        {crossings.map((crossing) => (
          <CrossingLine key={crossing.ref} crossing={crossing} locale={locale} crossingsAt="" />
        ))}
      </ul>
      {repairs.length === 0 ? null : (
        <>
          <p className="text-muted text-sm">{t("repairs")}</p>
          <ol className="list-decimal divide-y divide-rule border-rule border-y pl-6">
            {repairs.map((repair) => (
              <li key={keyOf(repair)} className="py-2">
                <RepairOffer repair={repair} file={file} mayRepair={mayRepair} />
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

function keyOf(repair: Trouble["repairs"][number]): string {
  return repair.kind === "set_aside" ? `aside ${repair.refs.join()}` : repair.kind;
}
