"use client";

import { useTranslations } from "next-intl";
import { type SyntheticEvent, useRef, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { type FormAction, keepEntered, Refusal, useSentForm } from "@/components/ui/sent-form";
import { type Chosen, changedQuestions, effectQuery } from "./answers-query";
import { ConfirmDialog } from "./confirm-dialog";
import { EffectDetail, useEffectSentence } from "./effect-view";
import { QuestionBlock, type QuestionView } from "./question-block";
import { SaveBar } from "./save-bar";
import { type EffectState, useSettingsEffect } from "./use-settings-effect";

/**
 * The open questions and the office's answers. A changed answer shows whose standing it would change before
 * it is saved; saving asks once more where anybody's does.
 */
export function QuestionsForm({
  questions,
  action,
}: {
  questions: readonly QuestionView[];
  action: FormAction<null>;
}) {
  const t = useTranslations("office.questions");
  const errors = useTranslations("errors");
  const { outcome, send, errorOf } = useSentForm(action);
  const form = useRef<HTMLFormElement>(null);
  const confirmed = useRef(false);
  const [chosen, setChosen] = useState<Chosen>({});
  const [asking, setAsking] = useState(false);
  const changed = changedQuestions(questions, chosen);
  const effect = useSettingsEffect(effectQuery(changed, chosen));
  const missing = (setting: string) => chosen[setting]?.length === 0;

  const beforeSending = (event: SyntheticEvent<HTMLFormElement>) => {
    const known = effect.kind === "same" || (effect.kind === "known" && isHarmless(effect));
    const goes = confirmed.current || known;
    confirmed.current = false;
    if (goes) return;
    event.preventDefault();
    setAsking(true);
  };
  const confirm = () => {
    confirmed.current = true;
    setAsking(false);
    form.current?.requestSubmit();
  };
  return (
    // Off: on coming back a browser would tick what was chosen before, while the page knows of no change.
    <form
      ref={form}
      action={send}
      onSubmit={beforeSending}
      onReset={keepEntered}
      autoComplete="off"
      noValidate
    >
      <Refusal outcome={outcome} />
      {outcome.kind === "done" && changed.length === 0 ? (
        <Notice tone="done">{t("saved")}</Notice>
      ) : null}
      {questions.map((question) => {
        const { id, setting, now } = question;
        const isChanged = changed.includes(question);
        return (
          <div key={id}>
            {isChanged ? <input type="hidden" name="asked" value={setting ?? ""} /> : null}
            <QuestionBlock
              question={question}
              chosen={setting === null ? now : (chosen[setting] ?? now)}
              choose={(values) => setChosen({ ...chosen, [setting ?? ""]: values })}
              error={
                setting !== null && missing(setting)
                  ? errors("readingMissing")
                  : errorOf(setting ?? "")
              }
              effect={isChanged ? <Alone question={question} state={effect} /> : null}
            />
          </div>
        );
      })}
      <SaveBar
        changed={changed.length}
        incomplete={Object.values(chosen).some((values) => values.length === 0)}
        state={effect}
        undo={() => setChosen({})}
      />
      <ConfirmDialog
        open={asking}
        state={effect}
        confirm={confirm}
        close={() => setAsking(false)}
      />
    </form>
  );
}

function isHarmless({ effect }: Extract<EffectState, { kind: "known" }>): boolean {
  return effect.together.students === 0;
}

/** What one changed answer would do if the others stayed as they are. */
function Alone({ question: { setting }, state }: { question: QuestionView; state: EffectState }) {
  const t = useTranslations("office.questions");
  const sentence = useEffectSentence();
  if (setting === null || state.kind === "same") return null;
  const effect =
    state.kind === "known"
      ? state.effect.questions.find(({ question }) => question === setting)?.effect
      : undefined;
  return (
    <div className="max-w-prose space-y-2 border-lake border-l-3 bg-lake-wash px-3 py-2">
      <p className="font-medium">
        {state.kind === "counting" ? t("counting") : null}
        {state.kind === "failed" ? t("failed") : null}
        {state.kind === "known" && effect ? sentence(effect, state.effect.students) : null}
      </p>
      {effect ? <EffectDetail effect={effect} /> : null}
    </div>
  );
}
