import Link from "next/link";
import { useTranslations } from "next-intl";
import { momentInTable } from "@/lib/i18n/format-moment";
import type { undoPreview } from "@/lib/services/imports/undo-preview";

type Decision = Awaited<ReturnType<typeof undoPreview>>["people"][number];

/** What was decided of the students since, and what becomes of it. */
export function PeopleList({ people }: { people: readonly Decision[] }) {
  const t = useTranslations("imports.undo.people");
  return (
    <ul className="divide-y divide-rule border-rule border-y">
      {people.map(({ id, kind, studentId, one, other, reason, doneAt, doneByName, ...fate }) => (
        <li key={id} className="py-2">
          <p>
            {fate.isObstacle ? (
              t("first", { one, other })
            ) : (
              <>
                {t(kind, { one, other })}{" "}
                {fate.rows === 0 ? null : `${t("given", { other, rows: fate.rows })} `}
                {t(fate.goes ? "goes" : "stays")}
              </>
            )}{" "}
            <Link
              href={`/students/${studentId}${fate.isObstacle ? "/record" : ""}`}
              className="text-lake underline underline-offset-3"
            >
              {t("record")}
            </Link>
          </p>
          <p className="text-muted text-sm">
            {[momentInTable(doneAt), doneByName ?? "", reason]
              .filter((text) => text !== "")
              .join(" · ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
