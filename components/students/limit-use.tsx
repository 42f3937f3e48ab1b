import { useTranslations } from "next-intl";
import type { StudentRow } from "@/lib/services/students/list-students";

/** "76 из 90", or a range where the log is broken, and the reading that says so; not known without a crossing on record. */
export function LimitUse({
  used,
  usedMin,
  limitDays,
  headline,
  inside,
}: Pick<StudentRow, "used" | "usedMin" | "limitDays" | "headline" | "inside">) {
  const t = useTranslations("assessment");
  const desk = useTranslations("students");
  if (used === null || limitDays === null) {
    return <span className="text-muted">{desk("noLimit")}</span>;
  }
  if (inside === null) return <span className="text-muted">{desk("usedUnknown")}</span>;
  const over = used > limitDays ? "font-semibold text-over" : "font-medium";
  const text =
    usedMin === null || usedMin === used
      ? t("used", { used, limit: limitDays })
      : t("usedRange", {
          min: Math.min(usedMin, used),
          max: Math.max(usedMin, used),
          limit: limitDays,
        });
  return (
    <>
      <span className={`whitespace-nowrap tabular-nums ${over}`}>{text}</span>
      {headline === null ? null : (
        <span className="block text-muted text-xs max-lg:inline max-lg:pl-2 lg:whitespace-nowrap">
          {t(`readings.${headline}`)}
        </span>
      )}
    </>
  );
}
