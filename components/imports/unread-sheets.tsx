import { useTranslations } from "next-intl";
import { inARow } from "@/components/ui/in-a-row";
import { Notice } from "@/components/ui/notice";
import { useQuoted } from "@/components/ui/use-quoted";
import type { ImportRecord } from "@/lib/db/import/import-words";

type Format = NonNullable<ImportRecord["format"]>;

/** The sheets of a workbook that show rows, besides the one that was read. */
export const otherSheets = ({ sheets, sheet }: Format) =>
  (sheets ?? []).filter((one) => !one.hidden && one.name !== sheet && one.rows !== 0);

/** Said beside the counts, which are those of one sheet: other sheets with rows were not read. */
export function UnreadSheets({ format }: { format: Format }) {
  const t = useTranslations("imports.decide");
  const quoted = useQuoted();
  const others = otherSheets(format);
  if (others.length === 0) return null;
  const sheets = others.map(({ name, rows }) =>
    rows === null ? quoted(name) : t("sheet", { name: quoted(name), count: rows }),
  );
  return (
    <Notice
      tone="warn"
      title={t("otherSheets", {
        read: quoted(format.sheet ?? ""),
        sheets: inARow(sheets),
      })}
    >
      <p>{t("otherSheetsHint")}</p>
    </Notice>
  );
}
