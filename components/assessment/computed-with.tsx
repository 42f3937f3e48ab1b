import Link from "next/link";
import { useTranslations } from "next-intl";
import { useAnswerWords } from "@/components/office/questions/answer-words";
import type { AcademicYear } from "@/lib/compliance/facts";
import type { Settings } from "@/lib/compliance/settings";
import { differingSettings, QUESTION_IDS } from "@/lib/services/office/answers";
import { DayText } from "./day-text";

/** What a verdict was made with, so that it can be explained later. */
export type Basis = {
  regime: string;
  regimeVersion: string;
  engineVersion: string;
  settings: Settings;
  academicYear: AcademicYear;
};

/** The rules, the answers that are not the default, the engine and the academic year, in one small line. */
export function ComputedWith({
  basis: { regime, regimeVersion, engineVersion, settings, academicYear },
  link,
}: {
  basis: Basis;
  /** Whether the reader may open the page of questions. */
  link: boolean;
}) {
  const t = useTranslations("questions");
  const { from, to } = academicYear;
  return (
    <p className="max-w-prose text-muted text-sm">
      {t("computedWith.title")}:{" "}
      {t("computedWith.rules", { regime: t(`regimes.${regime}`), version: regimeVersion })};{" "}
      {t.rich("computedWith.answers", { answers: () => <AnswersInWords settings={settings} /> })};{" "}
      {t.rich("computedWith.year", {
        from: () => <DayText day={from} form="table" />,
        to: () => <DayText day={to} form="table" />,
      })}
      ; {t("computedWith.engine", { version: engineVersion })}.{" "}
      {link ? (
        <Link
          href="/office/questions"
          className="text-lake underline underline-offset-3 print:hidden"
        >
          {t("computedWith.link")}
        </Link>
      ) : null}
    </p>
  );
}

/** The answers to the open questions that are not the default, or that all are. */
export function AnswersInWords({ settings }: { settings: Settings }) {
  const t = useTranslations("questions");
  const words = useAnswerWords();
  const differing = differingSettings(settings);
  if (differing.length === 0) return t("computedWith.usual");
  const answers = differing.map((setting) =>
    t("computedWith.answer", {
      topic: t(`topics.${QUESTION_IDS[setting]}`),
      value: words.answer(setting, settings),
    }),
  );
  return `${t("computedWith.differ")} ${answers.join("; ")}`;
}
