import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { RowRemark } from "@/lib/db/import/row-words";

type Words = ReturnType<typeof useTranslations<"imports">>;
type Remark = Omit<RowRemark, "column">;

/** Of older imports the other rows or the other student are not known. */
const UNNAMED = { rows: "none", student: "none", said: "none", day: "none", lists: "none" };

/** What is said of a row: the field, what is wrong, the value, how to mend it. */
export function remarkText(t: Words, { code, field, value, params }: Remark): string {
  const words = t(`remarks.${code}`, { ...UNNAMED, ...params, value: value || "…" });
  return field === null ? words : `${t(`fields.${field}`)}: ${words}`;
}

/** The same, in the language of the page. */
export function useRemarkWords(): (remark: Remark) => string {
  const t = useTranslations("imports");
  return useCallback((remark: Remark) => remarkText(t, remark), [t]);
}
