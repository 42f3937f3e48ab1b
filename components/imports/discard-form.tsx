"use client";

import { useTranslations } from "next-intl";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";

/** Gives the import up; nothing of it has been written, so nothing is lost. */
export function DiscardForm({ importId, action }: { importId: string; action: FormAction<null> }) {
  const t = useTranslations("imports.commit");
  const { outcome, send } = useSentForm(action);
  return (
    <form action={send} className="space-y-2">
      <Refusal outcome={outcome} />
      <input type="hidden" name="importId" value={importId} />
      <SubmitButton look="plain">{t("discard")}</SubmitButton>
    </form>
  );
}
