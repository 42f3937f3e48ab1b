import Link from "next/link";
import { useTranslations } from "next-intl";
import type { FactSource } from "@/lib/services/students/get-student";

/** Where the page of an import shows a row of its file, marked; without a row, the page. */
export const addressOfRow = (importId: string, row: number | null) =>
  row === null ? `/imports/${importId}` : `/imports/${importId}?row=${row}#row-${row}`;

/** The file and row that a fact came with; a link for who may open the import. */
export function FileRow({ source: { importId, fileName, row } }: { source: FactSource }) {
  const t = useTranslations("students.crossings");
  const where = row === null ? fileName : t("row", { file: fileName, row });
  if (importId === null) return <span className="wrap-anywhere">{where}</span>;
  return (
    <Link href={addressOfRow(importId, row)} className="wrap-anywhere text-lake hover:underline">
      {where}
    </Link>
  );
}
