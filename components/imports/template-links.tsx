import { useTranslations } from "next-intl";
import { DownloadButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { KINDS } from "@/lib/db/import/import-words";

/** Workbooks to be filled in, one for each kind of import. */
export function TemplateLinks() {
  const t = useTranslations("imports");
  return (
    <details>
      <summary className="cursor-pointer py-1 text-lake">{t("template.title")}</summary>
      <p className="mt-2 max-w-4xl">{t("template.lead")}</p>
      <ul className="mt-2 flex flex-wrap gap-2">
        {KINDS.map((kind) => (
          <li key={kind}>
            <DownloadButton href={`/api/imports/templates/${kind}`} size="small">
              <Icon name="download" /> {t(`kinds.${kind}`)}
            </DownloadButton>
          </li>
        ))}
      </ul>
    </details>
  );
}
