"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";

/** Around the tables of a draft: buttons inside, named "studentId", take students off it. */
export function TakeOffForm({
  listId,
  action,
  children,
}: {
  listId: string;
  action: FormAction<null>;
  children: ReactNode;
}) {
  const { outcome, send } = useSentForm(action);
  return (
    <form action={send} className="space-y-6">
      <Refusal outcome={outcome} />
      <input type="hidden" name="listId" value={listId} />
      {children}
    </form>
  );
}

/** Gives the draft up; nothing of it was filed, so nothing is lost but the choice. */
export function DiscardForm({ listId, action }: { listId: string; action: FormAction<null> }) {
  const t = useTranslations("registrations.draft");
  const { outcome, send } = useSentForm(action);
  return (
    <form action={send} className="space-y-2">
      <Refusal outcome={outcome} />
      <input type="hidden" name="listId" value={listId} />
      <SubmitButton look="danger">{t("discard")}</SubmitButton>
    </form>
  );
}
