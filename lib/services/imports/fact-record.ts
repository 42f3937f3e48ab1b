import "server-only";
import { type Day, formatDay } from "@/lib/civil-date/day";
import type { Facts } from "@/lib/import/facts";
import type { ImportKind } from "@/lib/import/fields";
import { foldDocumentNo } from "@/lib/person-name/document-no";

const DAYS = new Set(["birthDate", "documentExpires", "day", "validFrom", "validTo"]);

function text(field: string, value: string | number | null): string {
  if (value === null) return "";
  return DAYS.has(field) ? formatDay(value as Day) : String(value);
}

/** A fact as the text values that the database compares: days as YYYY-MM-DD, "" where the file does not say. */
export function factRecord(fact: Facts[ImportKind]): Record<string, string> {
  const record = Object.fromEntries(
    Object.entries(fact).map(([field, value]) => [field, text(field, value)]),
  );
  const documentFolded = foldDocumentNo(record["documentNo"] ?? "").folded;
  return { ...record, documentFolded };
}
