import type { IconName } from "@/components/ui/icon";
import type { RowRemark } from "@/lib/db/import/row-words";
import { type Severity, severityOf } from "@/lib/db/import/severity";

/** Each severity has a sign of its own shape, and its word where the sign is read aloud. */
export const SIGNS: Readonly<Record<Severity, { icon: IconName; ink: string; wash: string }>> = {
  error: { icon: "error", ink: "text-over", wash: "bg-over-wash" },
  warning: { icon: "warn", ink: "text-near", wash: "bg-near-wash" },
  note: { icon: "info", ink: "text-lapsing", wash: "" },
};

const GRAVEST: readonly Severity[] = ["error", "warning", "note"];

/** The gravest of what is said of a cell, or of a row; null: nothing is. */
export function gravest(remarks: readonly Pick<RowRemark, "code">[]): Severity | null {
  const found = new Set(remarks.map(({ code }) => severityOf(code)));
  return GRAVEST.find((severity) => found.has(severity)) ?? null;
}
