"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ImportKind } from "@/lib/db/import/import-words";

/** Says that the rows and their effect are those of an earlier check, and has the file checked again. */
export function CheckAgain({
  record: { id, kind },
  isOf,
  action,
}: {
  record: { id: string; kind: ImportKind };
  isOf: "earlierDay" | "earlierFacts";
  /** Null: who looks at it may not. */
  action: FormAction<null> | null;
}) {
  const t = useTranslations("imports.effect.earlier");
  return (
    <Notice tone="warn" title={t(isOf)}>
      <p>{t("hint")}</p>
      {action === null ? null : <CheckForm importId={id} kind={kind} action={action} />}
    </Notice>
  );
}

function CheckForm({
  importId,
  kind,
  action,
}: {
  importId: string;
  kind: ImportKind;
  action: FormAction<null>;
}) {
  const t = useTranslations("imports.effect.earlier");
  const { outcome, send } = useSentForm(action);
  return (
    <form action={send} className="space-y-2">
      <Refusal outcome={outcome} />
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="kind" value={kind} />
      <SubmitButton look="plain" pending={t("sending")}>
        {t("check")}
      </SubmitButton>
    </form>
  );
}
