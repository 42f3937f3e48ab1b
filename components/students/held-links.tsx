import { useTranslations } from "next-intl";
import { DownloadButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** All that the office holds, to be downloaded in the columns in which it is imported. */
export function HeldLinks() {
  const t = useTranslations("students.held");
  return (
    <details>
      <summary className="cursor-pointer py-1 text-lake">{t("title")}</summary>
      <p className="mt-2 max-w-4xl">{t("lead")}</p>
      <ul className="mt-2 space-y-2">
        {(["roster", "crossings", "grounds"] as const).map((kind) => (
          <li key={kind} className="flex flex-wrap items-center gap-2">
            <span className="w-full sm:w-48">{t(`kinds.${kind}`)}</span>
            {(["xlsx", "csv"] as const).map((format) => (
              <DownloadButton
                key={format}
                href={`/api/students/held/${kind}/${format}`}
                size="small"
                aria-label={t("file", { kind: t(`kinds.${kind}`), format: format.toUpperCase() })}
              >
                <Icon name="download" /> {format.toUpperCase()}
              </DownloadButton>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
