import { useTranslations } from "next-intl";
import { DayText } from "@/components/assessment/day-text";
import type { AnswerExample } from "@/lib/db/import/import-words";

/** Cells of the file with what an answer makes of each: "03/04/2025 → 3 April 2025". */
export function ReadExamples({
  examples,
  answer,
}: {
  examples: readonly AnswerExample[];
  answer: string;
}) {
  const t = useTranslations("imports.decisions");
  return examples.map(({ text, read }) => {
    const value = read[answer] ?? null;
    return value === text || (value === null && answer === "no") ? null : (
      <span key={text} className="block tabular-nums">
        {text} → {typeof value === "number" ? <DayText day={value} /> : (value ?? t("noSuchDay"))}
      </span>
    );
  });
}
