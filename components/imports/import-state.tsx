import { useTranslations } from "next-intl";
import { Icon, type IconName } from "@/components/ui/icon";
import type { ImportRecord } from "@/lib/db/import/import-words";

const LOOKS: Readonly<Record<ImportRecord["state"], { icon: IconName; ink: string }>> = {
  uploaded: { icon: "upload", ink: "text-muted" },
  reading: { icon: "upload", ink: "text-muted" },
  ready: { icon: "info", ink: "text-near" },
  committing: { icon: "upload", ink: "text-muted" },
  committed: { icon: "done", ink: "text-covered" },
  undoing: { icon: "upload", ink: "text-muted" },
  undone: { icon: "close", ink: "text-muted" },
  refused: { icon: "error", ink: "text-over" },
  failed: { icon: "error", ink: "text-over" },
  discarded: { icon: "close", ink: "text-muted" },
};

/** Where an import stands: a sign and its word. */
export function ImportState({ state }: { state: ImportRecord["state"] }) {
  const t = useTranslations("imports.states");
  const { icon, ink } = LOOKS[state];
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Icon name={icon} className={ink} />
      {t(state)}
    </span>
  );
}
