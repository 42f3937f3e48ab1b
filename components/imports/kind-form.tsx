"use client";

import { useTranslations } from "next-intl";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ImportKind } from "@/lib/db/import/import-words";

/** Has the file read as what it looks like. */
export function KindForm({
  importId,
  kind,
  action,
}: {
  importId: string;
  kind: ImportKind;
  action: FormAction<null>;
}) {
  const t = useTranslations("imports");
  const { outcome, send } = useSentForm(action);
  return (
    <form action={send} className="space-y-2">
      <Refusal outcome={outcome} />
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="columns" value="0" />
      <SubmitButton>{t("mapping.readAs", { kind: t(`kinds.${kind}`) })}</SubmitButton>
    </form>
  );
}
