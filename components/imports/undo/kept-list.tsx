import Link from "next/link";
import { useTranslations } from "next-intl";
import { StudentLinks } from "@/components/imports/student-links";
import { Icon } from "@/components/ui/icon";
import { useQuoted } from "@/components/ui/use-quoted";
import type { ImportField } from "@/lib/db/import/import-words";
import { momentInTable } from "@/lib/i18n/format-moment";
import type { undoPreview } from "@/lib/services/imports/undo-preview";
import { fieldOfColumn } from "./field-of-column";

type Group = Awaited<ReturnType<typeof undoPreview>>["kept"][number];

/** What stays as it is, why, and whose it is. */
export function KeptList({ groups }: { groups: readonly Group[] }) {
  return (
    <ul className="divide-y divide-rule border-rule border-y">
      {groups.map((group) => (
        <li
          key={`${group.entity} ${group.reason} ${group.field} ${group.importId} ${group.listId}`}
          className="flex gap-2.5 py-2"
        >
          <Icon name="info" className="mt-0.75 text-lapsing" />
          <div className="min-w-0">
            <p>
              <KeptWords group={group} />
            </p>
            <p className="text-sm">
              <StudentLinks students={group.students} />
            </p>
            <Cleared group={group} />
          </div>
        </li>
      ))}
    </ul>
  );
}

const isStudentOfLaterFile = ({ entity, reason, field }: Group) =>
  entity === "student" && reason === "inLaterFile" && field === null;

/** What becomes of the data of students who stay: what only this file had goes, the rest stays with them. */
function Cleared({ group }: { group: Group }) {
  const t = useTranslations("imports");
  if (!isStudentOfLaterFile(group)) return null;
  const fields = group.cleared.map(({ field, count }) =>
    t("undo.clearedField", { field: t(`fields.${field as ImportField}`), count }),
  );
  return (
    <p>
      {fields.length === 0
        ? t("undo.nothingCleared")
        : t("undo.cleared", { fields: fields.join(", ") })}
    </p>
  );
}

function KeptWords({ group }: { group: Group }) {
  const t = useTranslations("imports");
  const quoted = useQuoted();
  const { entity, reason, field, count, importId, fileName, writtenAt, listId, listNumber } = group;
  const what =
    field === null
      ? t(`undo.rowsOf.${entity}`, { count })
      : t("undo.fieldOf", {
          count,
          field: t(`fields.${fieldOfColumn(field)}`),
        });
  const link = (href: string, words: string) => (
    <Link href={href} className="break-all text-lake underline underline-offset-3">
      {words}
    </Link>
  );
  return (
    <>
      {what}: {t(`undo.reasons.${reason}`)}
      {importId === null || fileName === null ? null : (
        <>
          {" "}
          {link(`/imports/${importId}`, quoted(fileName))}
          {writtenAt === null ? null : ` (${momentInTable(writtenAt)})`}
        </>
      )}
      {listId === null ? null : (
        <> {link(`/registrations/${listId}`, t("undo.list", { number: listNumber ?? 0 }))}</>
      )}
    </>
  );
}
