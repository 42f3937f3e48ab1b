import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { Section } from "@/components/ui/page-heading";
import type { ImportKind, ImportTarget } from "@/lib/db/import/import-words";
import { ColumnsPart } from "./columns-part";
import type { FoundImport, ImportActions } from "./import-refused";
import { ReadingForm } from "./reading-form";
import { ReadingTold } from "./reading-told";
import { columnLetters } from "./reading-words";
import { labelOf } from "./target-label";

/** How the file was read: encoding, delimiter or sheet, and which column is what. */
export function ReadingSummary({
  found,
  actions,
}: {
  found: FoundImport;
  actions: ImportActions | null;
}) {
  const t = useTranslations("imports.reading");
  const { format, mapping, state, kind } = found.record;
  if (!format || !mapping) return null;
  const columns = format.header.map((heading, index) => ({
    heading,
    field: mapping[index] ?? null,
  }));
  return (
    <Section title={t("title")}>
      <details open={state === "ready"}>
        <summary className="cursor-pointer py-1 text-lake">{t("show")}</summary>
        <div className="mt-2 space-y-4">
          <ReadingTold format={format} mayChange={state === "ready"} />
          {actions && state === "ready" ? (
            <ReadingForm record={found.record} action={actions.readOtherwise} />
          ) : null}
          {actions && state === "ready" ? (
            <ColumnsPart found={found} action={actions.readAgain} proposed={false} />
          ) : (
            <MappingList kind={kind} columns={columns} />
          )}
        </div>
      </details>
    </Section>
  );
}

function MappingList({
  kind,
  columns,
}: {
  kind: ImportKind;
  columns: readonly { heading: string; field: ImportTarget | null }[];
}) {
  const t = useTranslations("imports");
  return (
    <DescriptionList
      items={columns.map(({ heading, field }, index) => ({
        term: heading || t("mapping.noHeading", { letter: columnLetters(index) }),
        value: field ? t(`fields.${labelOf(kind, field)}`) : t("mapping.notRead"),
      }))}
    />
  );
}
