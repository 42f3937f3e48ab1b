"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ImportField, ImportKind } from "@/lib/db/import/import-words";

export type MappedColumn = { heading: string; field: string | null; samples: readonly string[] };

/** Which column is read as what, with sample values; a person may say otherwise and have the file read again. */
export function MappingForm({
  importId,
  kind,
  columns,
  fields,
  action,
}: {
  importId: string;
  kind: ImportKind;
  columns: readonly MappedColumn[];
  fields: readonly ImportField[];
  action: FormAction<null>;
}) {
  const t = useTranslations("imports");
  const { outcome, send } = useSentForm(action);
  const options = fields.map((field) => ({ value: field, label: t(`fields.${field}`) }));
  return (
    <form action={send} className="space-y-3">
      <Refusal outcome={outcome} />
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="columns" value={columns.length} />
      <ul className="grid gap-x-6 gap-y-3 md:grid-cols-2 xl:grid-cols-3">
        {columns.map(({ heading, field, samples }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; headings repeat.
          <li key={index}>
            <Select
              name={`column-${index}`}
              label={heading || t("mapping.noHeading", { number: index + 1 })}
              hint={samples.length > 0 ? samples.join(" · ") : undefined}
              options={options}
              empty={t("mapping.notRead")}
              defaultValue={field ?? ""}
            />
          </li>
        ))}
      </ul>
      <SubmitButton look="plain">{t("mapping.readAgain")}</SubmitButton>
    </form>
  );
}
