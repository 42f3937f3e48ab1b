import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/page-heading";
import { EmptyCells } from "./empty-cells";
import type { FoundImport, ImportActions } from "./import-refused";

/** Before a file is written: its empty cells where something is recorded, and the choice to erase that. */
export function EmptyCellsPart({
  found: { record, emptyColumns },
  actions,
}: {
  found: FoundImport;
  actions: ImportActions | null;
}) {
  const t = useTranslations("imports.emptyCells");
  if (emptyColumns.length === 0 || record.state !== "ready") return null;
  return (
    <Section id="empty-cells" title={t("title")}>
      <EmptyCells
        importId={record.id}
        kind={record.kind}
        columns={emptyColumns}
        action={actions?.readAgain ?? null}
      />
    </Section>
  );
}

/** The remarks without those that the part tells already. */
export function otherRemarks({ record, remarks }: FoundImport): FoundImport["remarks"] {
  return record.state === "ready"
    ? remarks.filter(({ code }) => code !== "emptyCellKept")
    : remarks;
}
