"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type FormAction, keepEntered, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { useKeptFields } from "./use-kept-fields";

/** Sends what was chosen of the questions inside; those without an answer stay open. */
export function QuestionsForm({
  importId,
  isFromRow,
  action,
  children,
}: {
  importId: string;
  /** The address names the row from which the questions are shown: afterwards the open ones are. */
  isFromRow: boolean;
  action: FormAction<null>;
  children: ReactNode;
}) {
  const t = useTranslations("imports.people");
  const { outcome, send } = useSentForm(action);
  const kept = useKeptFields(importId, "people");
  return (
    <form {...kept} action={send} onReset={keepEntered} className="space-y-4">
      <Refusal outcome={outcome} />
      <input type="hidden" name="importId" value={importId} />
      {isFromRow ? <input type="hidden" name="goOn" value="yes" /> : null}
      {children}
      <div>
        <SubmitButton pending={t("sending")}>{t("send")}</SubmitButton>
      </div>
    </form>
  );
}
