import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { ImportRecord } from "@/lib/db/import/import-words";
import { UNDO_ENTITIES } from "@/lib/db/import/undo-words";
import { momentInTable } from "@/lib/i18n/format-moment";

/** Who took the import back, when, and what that came to. */
export function UndoneNotice({ record }: { record: ImportRecord }) {
  const t = useTranslations("imports");
  const { undo, undoneAt, undoneByName } = record;
  const counts = undo?.counts;
  const stayed = UNDO_ENTITIES.reduce((sum, entity) => sum + (counts?.kept[entity] ?? 0), 0);
  const when = momentInTable(undoneAt ?? record.createdAt);
  return (
    <Notice title={t("undo.done", { when, who: undoneByName ?? t("history.system") })}>
      <ul>
        {(["removed", "restored"] as const).flatMap((what) =>
          UNDO_ENTITIES.map((entity) => {
            const count = counts?.[what][entity] ?? 0;
            return count === 0 ? null : (
              <li key={`${what} ${entity}`}>{t(`undo.was.${what}.${entity}`, { count })}</li>
            );
          }),
        )}
      </ul>
      {stayed > 0 ? <p>{t("undo.stayed", { count: stayed })}</p> : null}
      <p>{t("undo.again")}</p>
    </Notice>
  );
}
