import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import type { FormAction } from "@/components/ui/sent-form";
import type { RuleSet } from "@/lib/compliance/rule-set";
import type { Settings } from "@/lib/compliance/settings";
import { answerTo, isQuestionSetting } from "@/lib/services/office/answers";
import { answerKey, useAnswerWords } from "./answer-words";
import type { QuestionView } from "./question-block";
import { QuestionsForm } from "./questions-form";
import { StatementList } from "./statement-list";

/** The window that the readings are explained with. */
const USUAL_WINDOW = 180;

/** The questions that the rules leave open, in words, with the answers of the office. */
export function QuestionsSheet({
  ruleSet,
  settings,
  action,
}: {
  ruleSet: RuleSet;
  settings: Settings;
  action: FormAction<null>;
}) {
  const t = useTranslations("questions");
  const views = useQuestionViews(ruleSet, settings);
  if (views.length === 0) {
    return <EmptyState title={t("page.none")}>{t("page.noneLead")}</EmptyState>;
  }
  return <QuestionsForm questions={views} action={action} />;
}

function useQuestionViews(ruleSet: RuleSet, settings: Settings): QuestionView[] {
  const t = useTranslations("questions");
  const meanings = useTranslations("assessment.readingMeanings");
  const words = useAnswerWords();
  const locale = useLocale();
  const example = (id: string, value: string): string => {
    const text = t(`examples.${id}.${answerKey(value)}`);
    return id === "A1" ? `${meanings(value, { window: USUAL_WINDOW })} ${text}` : text;
  };
  return ruleSet.questions.map(({ id, setting, values, default: usual, statements, note }) => {
    const answers = setting !== null && isQuestionSetting(setting) ? setting : null;
    return {
      id,
      setting: answers,
      asks: t(`asks.${id}`),
      about: [t(`about.${id}`), note?.[locale]].filter(Boolean).join(" "),
      options: values.map((value) => ({
        value,
        label: words.value(id, value),
        example: example(id, value),
      })),
      default: usual,
      now: answers === null ? usual : answerTo(answers, settings),
      statements: <StatementList statements={statements} sources={ruleSet.sources} />,
    };
  });
}
