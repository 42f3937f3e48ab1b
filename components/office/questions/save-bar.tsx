"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { useEffectSentence } from "./effect-view";
import type { EffectState } from "./use-settings-effect";

/** What all changed answers together would do, and the way to save or drop them; floats while some are changed. */
export function SaveBar({
  changed,
  state,
  undo,
}: {
  /** How many answers are changed. */
  changed: number;
  state: EffectState & { again: () => void };
  undo: () => void;
}) {
  const t = useTranslations("office.questions");
  const sentence = useEffectSentence();
  return (
    <div
      className={
        changed === 0
          ? ""
          : "sticky bottom-0 z-20 flex flex-wrap items-center gap-x-4 gap-y-2 border border-rule-strong bg-sheet px-4 py-2.5 shadow-float print:hidden"
      }
    >
      <p role="status" className="min-w-0 flex-1 basis-72">
        {changed === 0 ? null : (
          <>
            {t("unsaved", { count: changed })}{" "}
            <span className="font-semibold">
              {state.kind === "counting" ? t("counting") : null}
              {state.kind === "failed" ? t("failed") : null}
              {state.kind === "known"
                ? sentence(state.effect.together, state.effect.students)
                : null}
            </span>
          </>
        )}
      </p>
      {changed === 0 ? null : (
        <div className="flex flex-wrap gap-2">
          {state.kind === "failed" ? <Button onClick={state.again}>{t("again")}</Button> : null}
          <Button onClick={undo}>{t("undo")}</Button>
          <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
        </div>
      )}
    </div>
  );
}
