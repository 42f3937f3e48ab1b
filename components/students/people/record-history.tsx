import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/ui/sent-form";
import { momentInTable } from "@/lib/i18n/format-moment";
import type { PersonChange, SinceRow } from "@/lib/services/students/doubles";
import { CameSince } from "./came-since";
import { UndoChangeForm } from "./undo-change-form";

/** Merges and splits of a record, the newest first; each can be taken back once. */
export function RecordHistory({
  changes,
  since,
  undo,
}: {
  changes: readonly PersonChange[];
  /** By the key of a change: what came since. */
  since: Readonly<Record<string, readonly SinceRow[]>>;
  undo: FormAction<null>;
}) {
  return (
    <ul className="max-w-3xl divide-y divide-rule border-rule border-y">
      {changes.map((change) => (
        <li key={change.id} className="space-y-1 py-3">
          <Change change={change} />
          {change.undoneAt === null ? (
            <UndoChangeForm changeId={change.id} action={undo}>
              <CameSince change={change} rows={since[change.id] ?? []} />
            </UndoChangeForm>
          ) : null}
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
