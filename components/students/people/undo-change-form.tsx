"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";

/** Asks once more and takes a merge or a split back. */
export function UndoChangeForm({
  changeId,
  action,
  children,
}: {
  changeId: string;
  action: FormAction<null>;
  /** What becomes of what came since. */
  children: ReactNode;
}) {
  const t = useTranslations("people.record");
  const { outcome, send } = useSentForm(action);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t("undo")}
      </Button>
      <Dialog title={t("confirmTitle")} open={asking} onClose={() => setAsking(false)}>
        <form action={send} className="space-y-4">
          <Refusal outcome={outcome} />
          <input type="hidden" name="changeId" value={changeId} />
          <p>{t("confirm")}</p>
          {children}
          <div className="flex flex-wrap gap-2">
            <SubmitButton pending={t("sending")}>{t("undo")}</SubmitButton>
            <Button onClick={() => setAsking(false)}>{t("leave")}</Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
