"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FoundImport } from "./import-refused";

/** Closes the import without writing it, after saying what of the user's work goes with it. */
export function DiscardForm({
  importId,
  lost: { answers, mends },
  action,
}: {
  importId: string;
  /** What of the user's work goes with it. */
  lost: FoundImport["wouldLose"];
  action: FormAction<null>;
}) {
  const t = useTranslations("imports.discard");
  const { outcome, send } = useSentForm(action);
  const [asking, setAsking] = useState(false);
  return (
    <div className="space-y-2">
      <Refusal outcome={outcome} />
      <Button onClick={() => setAsking(true)}>{t("ask")}</Button>
      <Dialog title={t("title")} open={asking} onClose={() => setAsking(false)}>
        <form action={send} className="space-y-4">
          <input type="hidden" name="importId" value={importId} />
          <p>{t("nothingWritten")}</p>
          {answers + mends > 0 ? <p>{t("lost", { answers, mends })}</p> : null}
          <p className="text-muted">{t("stays")}</p>
          <div className="flex flex-wrap gap-2">
            <SubmitButton pending={t("sending")}>{t("do")}</SubmitButton>
            <Button onClick={() => setAsking(false)}>{t("leave")}</Button>
          </div>
        </form>
      </Dialog>
    </div>
  );
}
