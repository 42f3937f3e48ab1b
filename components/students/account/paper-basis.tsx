import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/auth/permissions";
import { dayInWords } from "@/lib/i18n/format-day";
import type { StudentFile } from "@/lib/services/students/get-student";
import type { Account } from "./read-account";

/** On paper: the sources of the reading, the version of the rules, and the answers that the count depends on. */
export async function PaperBasis({
  file: { assessment, settings, sources },
  account: { citations },
  locale,
}: {
  file: StudentFile;
  account: Account;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "dayCount.paper" });
  const { exitDayCounts, sameDayCounts, registrationEffect, registrationCovers } = settings;
  const answers = [
    t(`answers.exitDay.${exitDayCounts ? "counts" : "doesNot"}`),
    t(`answers.sameDay.${sameDayCounts}`),
    t(`answers.registration.${registrationEffect}`),
    t(`answers.covers.${registrationCovers}`),
  ];
  if (assessment.regime === "kg" && assessment.citizenship === "KZ") {
    answers.push(t("answers.kzStart", { day: dayInWords(settings.kzCountingStart, locale) }));
  }
  return (
    <div className="mt-3 space-y-1 text-xs">
      <p>
        {t("computedWith")}:{" "}
        {t("version", { regime: assessment.regime, version: assessment.regimeVersion })};{" "}
        {answers.join("; ")}.
      </p>
      <ul>
        {sources
          .filter(({ id }) => citations.includes(id))
          .map(({ id, title, date }) => (
            <li key={id}>{t("source", { id, date, title: title[locale] })}</li>
          ))}
      </ul>
    </div>
  );
}
