import { useTranslations } from "next-intl";
import { StudentLinks } from "@/components/imports/student-links";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/page-heading";
import type { ImportField } from "@/lib/db/import/import-words";
import type { undoPreview } from "@/lib/services/imports/undo-preview";
import { fieldOfColumn } from "./field-of-column";

type Preview = Awaited<ReturnType<typeof undoPreview>>;

/** What goes and what gets its earlier values back: how many of each kind, which fields, and whose they are. */
export function GoingList({
  preview,
}: {
  preview: Pick<Preview, "record" | "going" | "alone" | "counts">;
}) {
  const t = useTranslations("imports");
  const { record, counts, going, alone } = preview;
  return (
    <Section title={t("undo.rows")}>
      <ul className="divide-y divide-rule border-rule border-y">
        {going.map(({ what, entity, fields, ...whose }) => {
          const names = wordsOf(fields).map(([field, count]) =>
            t("undo.clearedField", { field: t(`fields.${field}`), count }),
          );
          return (
            <li key={`${what} ${entity}`} className="py-1.5">
              <p className="tabular-nums">
                {t(`undo.${what}.${entity}`, { count: counts[what][entity] ?? 0 })}
                {names.length === 0 ? null : `: ${names.join(", ")}`}
              </p>
              <Whose {...whose} />
            </li>
          );
        })}
        {alone.map(({ count, ...whose }) => (
          <li key="alone" className="flex gap-2.5 py-1.5">
            <Icon name="info" className="mt-0.75 text-lapsing" />
            <div className="min-w-0">
              <p>{t("undo.alone", { count })}</p>
              <Whose {...whose} />
            </div>
          </li>
        ))}
      </ul>
      {record.kind === "roster" && counts.removed.crossing !== undefined ? (
        <p className="text-muted">{t("undo.leftovers")}</p>
      ) : null}
    </Section>
  );
}

/** Two columns that a file says in one field are one: as many rows as the one that more rows have. */
function wordsOf(fields: Preview["going"][number]["fields"]): [ImportField, number][] {
  const counts = new Map<ImportField, number>();
  for (const { field, count } of fields) {
    const word = fieldOfColumn(field);
    counts.set(word, Math.max(count, counts.get(word) ?? 0));
  }
  return [...counts];
}

function Whose({
  students,
  studentCount,
}: Pick<Preview["going"][number], "students" | "studentCount">) {
  const t = useTranslations("imports.effect");
  const unnamed = studentCount - students.length;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-lake">{t("names", { count: studentCount })}</summary>
      <StudentLinks students={students} />
      {unnamed > 0 ? ` ${t("notNamed", { count: unnamed })}` : null}
    </details>
  );
}
