import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/ui/sent-form";
import { momentInTable } from "@/lib/i18n/format-moment";
import type { PersonChange, UndoProspect } from "@/lib/services/students/doubles";
import { CameSince } from "./came-since";
import { UndoChangeForm } from "./undo-change-form";

/** Merges and splits of a record, the newest first; each can be taken back once. */
export function RecordHistory({
  changes,
  prospects,
  undo,
}: {
  changes: readonly PersonChange[];
  /** By the key of a change that holds. */
  prospects: Readonly<Record<string, UndoProspect>>;
  undo: FormAction<null>;
}) {
  return (
    <ul className="max-w-3xl divide-y divide-rule border-rule border-y">
      {changes.map((change) => (
        <li key={change.id} className="space-y-1 py-3">
          <Change change={change} />
          {change.undoneAt === null ? (
            <Undo change={change} prospect={prospects[change.id]} action={undo} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** The way back, or what stands in it. */
function Undo({
  change,
  prospect,
  action,
}: {
  change: PersonChange;
  prospect: UndoProspect | undefined;
  action: FormAction<null>;
}) {
  const t = useTranslations("people.record");
  const errors = useTranslations("errors");
  if (prospect?.obstacle) {
    return <p className="text-muted">{t("cannotUndo", { why: errors(prospect.obstacle) })}</p>;
  }
  return (
    <UndoChangeForm changeId={change.id} action={action}>
      <CameSince change={change} rows={prospect?.since ?? []} />
    </UndoChangeForm>
  );
}

function Change({ change }: { change: PersonChange }) {
  const t = useTranslations("people.record");
  const { reason, doneAt, doneByName, undoneAt, undoneByName } = change;
  const told = change.isNewOne
    ? t("splitFrom", { name: change.mainName, number: change.mainNo })
    : t(change.kind, { name: change.otherName, number: change.otherNo });
  return (
    <>
      <p className="break-words font-medium">{told}</p>
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
