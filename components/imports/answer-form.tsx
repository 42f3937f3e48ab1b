"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Radio } from "@/components/ui/radio";
import { type FormAction, keepEntered, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { AnswerExample, AnswerName, ImportKind } from "@/lib/db/import/import-words";
import { forgetChoices, keepChoice, keptChoice } from "./kept-choices";
import { ReadExamples } from "./read-examples";

const ANSWERS = {
  dateOrder: ["dayFirst", "monthFirst", "yearFirst"],
  serials: ["yes", "no"],
  birthYears: ["yes", "no"],
  zeros: ["restore", "keep"],
} as const satisfies Record<AnswerName, readonly string[]>;

/** Answers that the examples do not explain. */
const HINTED = ["yes", "no", "keep"] as const;
const isHinted = (answer: string): answer is (typeof HINTED)[number] =>
  HINTED.some((hinted) => hinted === answer);

/** Whether the file allows an answer that few files do. */
const isRead = (answer: string, examples: readonly AnswerExample[]) =>
  examples.some(({ read }) => read[answer] !== undefined);

/** The answers to a question about the whole file, each with what it makes of the file's own cells. */
export function AnswerForm({
  importId,
  kind,
  name,
  given,
  examples,
  ask,
  action,
  children = null,
}: {
  importId: string;
  kind: ImportKind;
  name: AnswerName;
  /** The answer that holds now; null: none. */
  given: string | null;
  examples: readonly AnswerExample[];
  ask: string;
  action: FormAction<null>;
  children?: ReactNode;
}) {
  const t = useTranslations("imports.decisions");
  const { outcome, send } = useSentForm(action);
  // Without an answer the question is open: only one that was given can be taken back.
  const answers = ANSWERS[name].filter(
    (answer) =>
      (answer !== "no" || given !== null) &&
      (answer !== "yearFirst" || given === answer || isRead(answer, examples)),
  );
  return (
    <form
      action={send}
      onReset={keepEntered}
      onSubmit={() => forgetChoices(importId, [name])}
      className="space-y-2"
    >
      <Refusal outcome={outcome} />
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="kind" value={kind} />
      <fieldset className="space-y-2">
        <legend className="font-semibold">{ask}</legend>
        {children}
        {answers.map((answer) => (
          <Radio
            key={answer}
            name={name}
            value={answer}
            required
            defaultChecked={answer === keptChoice(importId, name, given ?? "")}
            onChange={() => keepChoice(importId, name, answer)}
            label={t(`answers.${name}.${answer}.label` as "answers.zeros.keep.label")}
            hint={
              <>
                <ReadExamples examples={examples} answer={answer} />
                {isHinted(answer) ? <span className="block">{t(`hints.${answer}`)}</span> : null}
              </>
            }
          />
        ))}
      </fieldset>
      <SubmitButton look="plain" pending={t("reading")}>
        {t("answer")}
      </SubmitButton>
    </form>
  );
}
