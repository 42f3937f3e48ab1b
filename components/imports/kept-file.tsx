import { useLocale, useTranslations } from "next-intl";
import { DownloadButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { ImportRecord } from "@/lib/db/import/import-words";
import { dayOfMomentInWords } from "@/lib/i18n/format-moment";
import { keptUntil } from "@/lib/services/imports/kept-until";

type Kept = { record: Pick<ImportRecord, "id" | "state" | "storageKey" | "createdAt"> };

/** Not written, and nothing works on it: its file goes after a time. */
const WAITING = ["ready", "refused", "failed", "discarded"];

/** The file as it was uploaded, to be downloaded for as long as it is kept. */
export function OriginalFile({ record: { id, storageKey } }: Kept) {
  const t = useTranslations("imports");
  return storageKey === "" ? null : (
    <DownloadButton href={`/api/imports/${id}/file`}>
      <Icon name="download" /> {t("original")}
    </DownloadButton>
  );
}

/** Whoever pressed a button of an import that another window had closed learns here that nothing came of it. */
export function ClosedUnwritten({ record: { state } }: Kept) {
  const t = useTranslations("imports.decide");
  if (state !== "discarded") return null;
  return (
    <Notice tone="warn" title={t("closed")}>
      <p>{t("closedHint")}</p>
    </Notice>
  );
}

/** Until when the file of an import is kept that is not written. */
export function KeptUntil({ record: { state, storageKey, createdAt } }: Kept) {
  const t = useTranslations("imports");
  const locale = useLocale();
  if (!WAITING.includes(state)) return null;
  return (
    <p className="text-muted">
      {storageKey === ""
        ? t("keptNoLonger")
        : t("keptUntil", { until: dayOfMomentInWords(keptUntil(createdAt), locale) })}
    </p>
  );
}
