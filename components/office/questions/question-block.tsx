"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Radio } from "@/components/ui/radio";
import type { QuestionSetting } from "@/lib/services/office/answers";

export type AnswerOption = { value: string; label: string; example: string };

/** An open question as the page of questions shows it; all its words are said already. */
export type QuestionView = {
  id: string;
  /** null: it has one answer, shown and not switched. */
  setting: QuestionSetting | null;
  asks: string;
  about: string;
  options: readonly AnswerOption[];
  /** Several where they hold at once. */
  default: readonly string[];
  now: readonly string[];
  /** Who said what. */
  statements: ReactNode;
};

/** One question: its answers, the default and the present one marked, and who said what on it. */
export function QuestionBlock({
  question,
  chosen,
  choose,
  error,
  effect,
}: {
  question: QuestionView;
  chosen: readonly string[];
  choose: (values: string[]) => void;
  error: string | undefined;
  /** What the answer chosen would change. */
  effect: ReactNode;
}) {
  const { id, setting, asks, about, statements } = question;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-asks`}
      className="grid scroll-mt-(--top-bar) gap-x-10 gap-y-4 border-rule border-t py-5 lg:grid-cols-[minmax(0,1fr)_minmax(16rem,24rem)]"
    >
      <div className="min-w-0 space-y-3">
        <div>
          <h3 id={`${id}-asks`} className="font-semibold">
            {asks} <span className="font-normal text-muted text-sm">{id}</span>
          </h3>
          <p className="max-w-prose text-muted">{about}</p>
        </div>
        {setting === null ? (
          <OnlyAnswer {...question} />
        ) : (
          <fieldset
            aria-labelledby={`${id}-asks`}
            aria-describedby={error ? `${id}-error` : undefined}
            className="space-y-2"
          >
            {question.options.map((option) => (
              <Answer
                key={option.value}
                name={setting}
                question={question}
                option={option}
                chosen={chosen}
                choose={choose}
              />
            ))}
            {error ? (
              <p id={`${id}-error`} className="text-over text-sm">
                {error}
              </p>
            ) : null}
          </fieldset>
        )}
        {effect}
      </div>
      <div className="min-w-0">{statements}</div>
    </section>
  );
}

function OnlyAnswer({ options }: QuestionView) {
  const t = useTranslations("questions.page");
  return options.map(({ value, label, example }) => (
    <p key={value}>
      <span className="font-medium">{label}</span>{" "}
      <span className="text-muted text-sm">({t("notSwitched")})</span>
      <span className="block text-muted text-sm">{example}</span>
    </p>
  ));
}

function Answer({
  name,
  question,
  option: { value, label, example },
  chosen,
  choose,
}: {
  name: string;
  question: QuestionView;
  option: AnswerOption;
  chosen: readonly string[];
  choose: (values: string[]) => void;
}) {
  const t = useTranslations("questions.page");
  const marks = [
    question.now.includes(value) ? t("inForce") : "",
    question.default.includes(value) ? t("default") : "",
  ].filter((mark) => mark !== "");
  const common = {
    name,
    value,
    checked: chosen.includes(value),
    label: (
      <>
        <span className="font-medium">{label}</span>
        {marks.length === 0 ? null : (
          <span className="text-muted text-sm"> · {marks.join(", ")}</span>
        )}
      </>
    ),
    hint: example,
  };
  if (name !== "readings") return <Radio {...common} onChange={() => choose([value])} />;
  return (
    <div>
      <Checkbox
        {...common}
        onChange={({ target }) =>
          choose(
            question.options
              .map((other) => other.value)
              .filter((other) => (other === value ? target.checked : chosen.includes(other))),
          )
        }
      />
    </div>
  );
}
