"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { momentInTable } from "@/lib/i18n/format-moment";
import type { ListedRequestList } from "@/lib/services/registrations/list-request-lists";

/** Keeps the chosen students as a new draft, or puts them on one that is there. */
export function StartListForm({
  action,
  asOf,
  selection,
  drafts,
}: {
  action: FormAction<string>;
  /** YYYY-MM-DD. */
  asOf: string;
  /** The part of the address that chooses. */
  selection: string;
  drafts: readonly ListedRequestList[];
}) {
  const t = useTranslations("registrations.new");
  const { outcome, send } = useSentForm(action);
  return (
    <form action={send} className="space-y-3">
      <Refusal outcome={outcome} />
      <input type="hidden" name="asOf" value={asOf} />
      <input type="hidden" name="selection" value={selection} />
      <div className="flex flex-wrap items-end gap-3">
        {drafts.length === 0 ? null : (
          <Select
            name="listId"
            label={t("into")}
            empty={t("intoNew")}
            options={drafts.map(({ id, createdAt, students }) => ({
              value: id,
              label: t("intoDraft", { created: momentInTable(createdAt), count: students }),
            }))}
          />
        )}
        <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
      </div>
    </form>
  );
}
