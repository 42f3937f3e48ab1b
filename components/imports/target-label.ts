import type { ImportKind, ImportTarget } from "@/lib/db/import/import-words";

/** What a column is called after: its target, but for a document's number among grounds, which have numbers of their own. */
export function labelOf(
  kind: ImportKind,
  target: ImportTarget,
): ImportTarget | "whose_document_no" {
  return kind === "grounds" && target === "document_no" ? "whose_document_no" : target;
}
