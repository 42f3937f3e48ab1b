"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";

/** Asks once more, with the numbers, and has what was agreed taken back. */
export function UndoForm({
  importId,
  agreement,
  removed,
  restored,
  action,
}: {
  importId: string;
  agreement: string;
  /** Rows that go, and rows that get back what they said. */
  removed: number;
  restored: number;
  action: FormAction<null>;
}) {
  const t = useTranslations("imports.undo");
  const { outcome, send } = useSentForm(action);
  const [asking, setAsking] = useState(false);
  return (
    <div className="space-y-3">
      <Refusal outcome={outcome} />
      <div className="flex flex-wrap gap-2">
        <Button look="primary" onClick={() => setAsking(true)}>
          {t("ask")}
        </Button>
        <LinkButton href={`/imports/${importId}`}>{t("leave")}</LinkButton>
      </div>
      <Dialog title={t("confirmTitle")} open={asking} onClose={() => setAsking(false)}>
        <form action={send} className="space-y-4">
          <input type="hidden" name="importId" value={importId} />
          <input type="hidden" name="agreement" value={agreement} />
          <p>{t("confirm", { removed, restored })}</p>
          <p className="text-muted">{t("confirmHint")}</p>
          <div className="flex flex-wrap gap-2">
            <SubmitButton pending={t("sending")}>{t("do")}</SubmitButton>
            <Button onClick={() => setAsking(false)}>{t("leave")}</Button>
          </div>
        </form>
      </Dialog>
    </div>
  );
}
