import { useTranslations } from "next-intl";
import type { RowRemark } from "@/lib/db/import/import-words";

/** What is said of a row: the field, what is wrong, the value, how to mend it. */
export function useRemarkWords(): (remark: Omit<RowRemark, "column">) => string {
  const t = useTranslations("imports");
  return ({ code, field, value, params }) => {
    const words = t(`remarks.${code}`, { ...params, value: value || "…" });
    return field === null ? words : `${t(`fields.${field}`)}: ${words}`;
  };
}
