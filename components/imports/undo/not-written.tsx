import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ImportRecord } from "@/lib/db/import/import-words";
import { UndoneNotice } from "../undone-notice";

/** In place of what taking an import back would mean: why there is nothing to take back, and the way to the import. */
export function NotWritten({ record }: { record: ImportRecord }) {
  const t = useTranslations("imports.undo.notWritten");
  return (
    <div className="space-y-3">
      {record.state === "undone" ? (
        <UndoneNotice record={record} />
      ) : (
        <Notice title={t("title")}>{t("body")}</Notice>
      )}
      <LinkButton href={`/imports/${record.id}`}>{t("link")}</LinkButton>
    </div>
  );
}
