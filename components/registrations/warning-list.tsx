import { useTranslations } from "next-intl";
import type { Warning } from "@/lib/services/registrations/get-request-list";

/** What a registrar should know of a student who can be filed. */
export function WarningList({ warnings }: { warnings: readonly Warning[] }) {
  return (
    <ul className="min-w-32 text-near text-sm">
      {warnings.map((warning) => (
        <li key={"number" in warning ? `${warning.kind} ${warning.number}` : warning.kind}>
          <WarningInWords warning={warning} />
        </li>
      ))}
    </ul>
  );
}

function WarningInWords({ warning }: { warning: Warning }) {
  const t = useTranslations("registrations.warnings");
  switch (warning.kind) {
    case "filedBefore":
      return t("filedBefore", { numbers: warning.numbers.join(", ") });
    case "refusedBefore":
    case "returnedBefore":
      return (
        <span className={warning.kind === "refusedBefore" ? "text-over" : undefined}>
          {t(warning.kind, { number: warning.number })}
          {warning.reason === "" ? null : `: ${warning.reason}`}
        </span>
      );
    default:
      return t(warning.kind);
  }
}
