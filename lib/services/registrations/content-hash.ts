import "server-only";
import { createHash } from "node:crypto";
import { type Day, formatDay } from "@/lib/civil-date/day";
import type { RequestListRow } from "@/lib/db/request-list-rows";
import type { RequestListReferences } from "@/lib/db/request-lists";

/** All of a list that must stay as it was. `number` null: it has none yet. */
export type ListContent = RequestListReferences & {
  number: number | null;
  asOf: Day;
  regimeVersion: string;
  /** null: a list of before settings were kept; its hash says nothing of them. */
  settings: Record<string, unknown> | null;
  rows: readonly RequestListRow[];
};

/** The same value with the keys of all its objects sorted: PostgreSQL gives them back in its own order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, item]) => [key, sorted(item)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** SHA-256 (hexadecimal) of a list's number, day, references, rules, settings, rows and reasons. */
export function contentHash(content: ListContent): string {
  const { number, petition, representative, powerOfAttorney, regimeVersion, rows } = content;
  const settings = content.settings === null ? {} : { settings: content.settings };
  const asOf = formatDay(content.asOf);
  const text = JSON.stringify(
    sorted({
      number,
      asOf,
      petition,
      representative,
      powerOfAttorney,
      regimeVersion,
      rows,
      ...settings,
    }),
  );
  return createHash("sha256").update(text).digest("hex");
}
