"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { EffectDetail, useEffectSentence } from "./effect-view";
import type { EffectState } from "./use-settings-effect";

/** Asks once more before answers are saved that change how students stand, naming how many. */
export function ConfirmDialog({
  open,
  state,
  confirm,
  close,
}: {
  open: boolean;
  state: EffectState;
  confirm: () => void;
  close: () => void;
}) {
  const t = useTranslations("office.questions");
  const sentence = useEffectSentence();
  return (
    <Dialog title={t("confirmTitle")} open={open} onClose={close}>
      <div className="space-y-4">
        <p role="status" className="font-medium">
          {state.kind === "counting" ? t("counting") : null}
          {state.kind === "failed" ? t("confirmUnknown") : null}
          {state.kind === "known" ? sentence(state.effect.together, state.effect.students) : null}
        </p>
        {state.kind === "known" ? <EffectDetail effect={state.effect.together} /> : null}
        <p className="text-muted">{t("confirmLead")}</p>
        <div className="flex flex-wrap gap-2">
          <Button look="primary" onClick={confirm} disabled={state.kind === "counting"}>
            {t("save")}
          </Button>
          <Button onClick={close}>{t("cancel")}</Button>
        </div>
      </div>
    </Dialog>
  );
}
