import { useTranslations } from "next-intl";
import type { Warning } from "@/lib/services/registrations/get-request-list";

/** What a registrar should know of a student who can be filed. */
export function WarningList({ warnings }: { warnings: readonly Warning[] }) {
  const t = useTranslations("registrations.warnings");
  return (
    <ul className="min-w-32 text-near text-sm">
      {warnings.map((warning) => (
        <li key={warning.kind}>
          {warning.kind === "filedBefore"
            ? t("filedBefore", { numbers: warning.numbers.join(", ") })
            : t(warning.kind)}
        </li>
      ))}
    </ul>
  );
}
