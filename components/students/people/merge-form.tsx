"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { type FormAction, keepEntered, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";

/** A student of a merge; `seen` is the version of the facts that were looked at. */
export type MergedSide = { id: number; seen: number; name: string; number: string };

/** Asks once more, and why, and makes two records one. */
export function MergeForm({
  kept,
  gone,
  action,
}: {
  kept: MergedSide;
  gone: MergedSide;
  action: FormAction<null>;
}) {
  const t = useTranslations("people.merge");
  const { outcome, send, errorOf, entered } = useSentForm(action);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button look="primary" onClick={() => setAsking(true)}>
        {t("ask")}
      </Button>
      <Dialog title={t("confirmTitle")} open={asking} onClose={() => setAsking(false)}>
        <form action={send} onReset={keepEntered} className="space-y-4" noValidate>
          <Refusal outcome={outcome} />
          <input type="hidden" name="keptId" value={kept.id} />
          <input type="hidden" name="goneId" value={gone.id} />
          <input type="hidden" name="keptSeen" value={kept.seen} />
          <input type="hidden" name="goneSeen" value={gone.seen} />
          <p>
            {t("confirm", {
              gone: gone.name,
              goneNumber: gone.number,
              kept: kept.name,
              keptNumber: kept.number,
            })}
          </p>
          <TextField
            name="reason"
            label={t("reason")}
            hint={t("reasonHint")}
            required
            maxLength={500}
            autoComplete="off"
            defaultValue={entered("reason", "")}
            error={errorOf("reason")}
          />
          <div className="flex flex-wrap gap-2">
            <SubmitButton pending={t("sending")}>{t("do")}</SubmitButton>
            <Button onClick={() => setAsking(false)}>{t("leave")}</Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
