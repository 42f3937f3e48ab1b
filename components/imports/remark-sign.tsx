import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { RowRemark } from "@/lib/db/import/row-words";
import { severityOf } from "@/lib/db/import/severity";
import { SIGNS } from "./remark-signs";

/** How grave a remark is: a sign, and its word for who hears the page. */
export function RemarkSign({ code }: Pick<RowRemark, "code">) {
  const t = useTranslations("imports.grid.severities");
  const severity = severityOf(code);
  const { icon, ink } = SIGNS[severity];
  return (
    <>
      <Icon name={icon} className={`mt-0.75 ${ink}`} />
      <span className="sr-only">{`${t(severity)}: `}</span>
    </>
  );
}
