"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { RequestListRecord } from "@/lib/services/registrations/get-request-list";

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

const REFERENCES = ["petition", "representative", "powerOfAttorney"] as const;

/** What the office writes on the list besides its students. */
export function ReferencesForm({
  list,
  action,
}: {
  list: Pick<RequestListRecord, "id" | (typeof REFERENCES)[number]>;
  action: FormAction<null>;
}) {
  const t = useTranslations("registrations.references");
  const { outcome, send, errorOf, entered } = useSentForm(action);
  return (
    <form action={send} className="space-y-3">
      <Refusal outcome={outcome} />
      {outcome.kind === "done" ? <Notice tone="done">{t("saved")}</Notice> : null}
      <input type="hidden" name="listId" value={list.id} />
      <div className="grid gap-3 md:grid-cols-3">
        {REFERENCES.map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(name)}
            defaultValue={entered(name, list[name])}
            error={errorOf(name)}
            autoComplete="off"
          />
        ))}
      </div>
      <SubmitButton look="plain" pending={t("saving")}>
        {t("save")}
      </SubmitButton>
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
