import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/ui/sent-form";
import { momentInTable } from "@/lib/i18n/format-moment";
import type { PersonChange } from "@/lib/services/students/doubles";
import { UndoChangeForm } from "./undo-change-form";

/** Merges and splits of a record, the newest first; each can be taken back once. */
export function RecordHistory({
  changes,
  undo,
}: {
  changes: readonly PersonChange[];
  undo: FormAction<null>;
}) {
  return (
    <ul className="max-w-3xl divide-y divide-rule border-rule border-y">
      {changes.map((change) => (
        <li key={change.id} className="space-y-1 py-3">
          <Change change={change} />
          {change.undoneAt === null ? <UndoChangeForm changeId={change.id} action={undo} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Change({ change }: { change: PersonChange }) {
  const t = useTranslations("people.record");
  const { kind, otherName, otherNo, reason, doneAt, doneByName, undoneAt, undoneByName } = change;
  return (
    <>
      <p className="break-words font-medium">{t(kind, { name: otherName, number: otherNo })}</p>
      <p className="break-words">{t("reason", { reason })}</p>
      <p className="text-muted text-sm">
        {t("done", { when: momentInTable(doneAt), who: doneByName ?? t("nobody") })}
      </p>
      {undoneAt === null ? null : (
        <p className="text-muted text-sm">
          {t("undone", { when: momentInTable(undoneAt), who: undoneByName ?? t("nobody") })}
        </p>
      )}
    </>
  );
}
