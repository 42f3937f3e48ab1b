"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { useEffectSentence } from "./effect-view";
import type { EffectState } from "./use-settings-effect";

type Counted = EffectState & { again: () => void };

const FLOATING =
  "sticky bottom-0 z-20 flex flex-wrap items-center gap-x-4 gap-y-2 border border-rule-strong bg-sheet px-4 py-2.5 shadow-float print:hidden";

/** What all changed answers together would do, and the way to save or drop them; floats while some are changed. */
export function SaveBar({
  changed,
  incomplete,
  state,
  undo,
}: {
  /** How many answers are changed. */
  changed: number;
  /** Whether a question stands without any answer, which cannot be saved. */
  incomplete: boolean;
  state: Counted;
  undo: () => void;
}) {
  const t = useTranslations("office.questions");
  return (
    // The place of the sentence stands there from the beginning: only then is what appears in it read out.
    <div className={changed === 0 ? "" : FLOATING}>
      <p role="status" className="min-w-0 flex-1 basis-72">
        {changed === 0 ? null : (
          <>
            {t("unsaved", { count: changed })} <Together state={state} />
          </>
        )}
      </p>
      {changed === 0 ? null : (
        <div className="flex flex-wrap gap-2">
          {state.kind === "failed" ? <Button onClick={state.again}>{t("again")}</Button> : null}
          <Button onClick={undo}>{t("undo")}</Button>
          {incomplete ? (
            <Button look="primary" disabled>
              {t("save")}
            </Button>
          ) : (
            <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
          )}
        </div>
      )}
    </div>
  );
}

function Together({ state }: { state: EffectState }) {
  const t = useTranslations("office.questions");
  const sentence = useEffectSentence();
  return (
    <span className="font-semibold">
      {state.kind === "counting" ? t("counting") : null}
      {state.kind === "failed" ? t("failed") : null}
      {state.kind === "known" ? sentence(state.effect.together, state.effect.students) : null}
    </span>
  );
}
