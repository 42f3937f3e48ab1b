import { useTranslations } from "next-intl";
import { clockTime } from "@/components/assessment/clock-time";
import { parseDay } from "@/lib/civil-date/day";
import { dayInTable } from "@/lib/i18n/format-day";
import { type DetailLine, detailLines, HIDDEN, type Scalar } from "./audit-lines";
import { useAuditWords } from "./audit-words";

/** What the audit keeps of an act: each value under its name, in the reader's language. */
export function AuditDetail({ detail }: { detail: Record<string, unknown> }) {
  const t = useTranslations("office.audit");
  const words = useAuditWords();
  const lines = detailLines(detail);
  if (lines.length === 0) return null;
  return (
    <details>
      <summary className="text-lake">{t("show")}</summary>
      <dl className="max-w-md space-y-1 py-1 text-sm">
        {lines.map(({ path, value }) => (
          <div key={path.join(".")}>
            <dt className="inline text-muted">{nameOf(path, words.field)}: </dt>
            <dd className="inline break-words">
              {value === HIDDEN
                ? t("hidden")
                : [value]
                    .flat()
                    .map((one) => saidOf(one, fieldOf(path), words))
                    .join(", ")}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function nameOf(path: DetailLine["path"], field: (key: string) => string): string {
  return path.map((part) => (typeof part === "number" ? String(part) : field(part))).join(" · ");
}

/** The field that a value belongs to: the last name on the way to it. */
function fieldOf(path: DetailLine["path"]): string {
  return path.findLast((part) => typeof part === "string") ?? "";
}

/** Fields whose text is the office's or a file's own: no word of it is a word of ours. */
const OWN_WORDS = ["reason", "name", "sheet", "address", "manager", "word"];
/** Signs of a fingerprint that tell it from others. */
const PRINT_LENGTH = 12;

function saidOf(value: Scalar, field: string, words: ReturnType<typeof useAuditWords>): string {
  if (value === null || value === "") return "–";
  if (typeof value === "number") return field === "minute" ? clockTime(value) : String(value);
  if (typeof value === "boolean") return words.value(field, String(value));
  if (field === "fileHash" || field === "contentHash") return `${value.slice(0, PRINT_LENGTH)}…`;
  if (OWN_WORDS.includes(field)) return value;
  const day = parseDay(value);
  if (day !== null) return dayInTable(day);
  return field === "changed" ? words.field(value) : words.value(field, value);
}
