import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/ui/sent-form";
import type { FoundImport } from "./import-refused";
import { type MappedColumn, MappingForm } from "./mapping-form";
import { useMeaningOptions } from "./meaning-options";

/** The columns of a file with what each was taken for, and one value for all rows where there is no column. */
export function ColumnsPart({
  found,
  action,
  proposed,
}: {
  found: FoundImport;
  action: FormAction<null>;
  /** True: what is too unsure to be read unasked is chosen in the form, which a person sends. */
  proposed: boolean;
}) {
  const t = useTranslations("imports");
  const { record, targets, constantFields, namePreviews } = found;
  const optionsOf = useMeaningOptions(found);
  const { id, kind, format, mapping, answers } = record;
  if (!format || !mapping) return null;
  const columns = format.header.map((heading, index): MappedColumn => {
    const read = format.columns?.[index];
    const proposal = read?.proposal ?? null;
    return {
      heading,
      target: mapping[index] ?? (proposed ? proposal : null),
      proposal,
      confidence: read?.confidence ?? null,
      by: read?.by ?? null,
      samples: read?.samples ?? [],
      names: namePreviews[index] ?? null,
    };
  });
  const constants = constantFields.map((field) => ({
    field,
    label: t(`fields.${field}`),
    options: optionsOf(kind, field),
    value: answers?.constants[field] ?? "",
  }));
  return (
    <MappingForm
      importId={id}
      kind={kind}
      columns={columns}
      targets={targets}
      constants={constants}
      action={action}
    />
  );
}
