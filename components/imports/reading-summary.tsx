import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { Section } from "@/components/ui/page-heading";
import type { ImportRowRecord } from "@/lib/db/import/import-words";
import type { FoundImport, ImportActions } from "./import-refused";
import { MappingForm } from "./mapping-form";
import { ReadingForm } from "./reading-form";
import { ReadingTold } from "./reading-told";

const SAMPLES = 3;

function samplesOf(rows: readonly ImportRowRecord[], column: number): string[] {
  const values = rows.map(({ cells }) => cells[column]?.trim() ?? "").filter((cell) => cell !== "");
  return [...new Set(values)].slice(0, SAMPLES);
}

/** How the file was read: encoding, delimiter or sheet, and which column is what. */
export function ReadingSummary({
  found: { record, fields },
  samples,
  actions,
}: {
  found: FoundImport;
  samples: readonly ImportRowRecord[];
  actions: ImportActions | null;
}) {
  const t = useTranslations("imports.reading");
  const { id, kind, format, mapping, state } = record;
  if (!format || !mapping) return null;
  const columns = format.header.map((heading, index) => ({
    heading,
    field: mapping[index] ?? null,
    samples: samplesOf(samples, index),
  }));
  return (
    <Section title={t("title")}>
      <details open={state === "ready"}>
        <summary className="cursor-pointer py-1 text-lake">{t("show")}</summary>
        <div className="mt-2 space-y-4">
          <ReadingTold format={format} />
          {actions && state === "ready" ? (
            <ReadingForm record={record} action={actions.readOtherwise} />
          ) : null}
          {actions && state === "ready" ? (
            <MappingForm
              importId={id}
              kind={kind}
              columns={columns}
              fields={fields}
              action={actions.readAgain}
            />
          ) : (
            <MappingList columns={columns} />
          )}
        </div>
      </details>
    </Section>
  );
}

function MappingList({
  columns,
}: {
  columns: readonly { heading: string; field: FoundImport["fields"][number] | null }[];
}) {
  const t = useTranslations("imports");
  return (
    <DescriptionList
      items={columns.map(({ heading, field }, index) => ({
        term: heading || t("mapping.noHeading", { number: index + 1 }),
        value: field ? t(`fields.${field}`) : t("mapping.notRead"),
      }))}
    />
  );
}
