import "server-only";
import { foldDocumentNo } from "@/lib/person-name/document-no";

/** The crossings that were made with each of these documents, however its number is written: their refs by the document's key. */
export function crossingsOfDocuments(
  documents: readonly { id: number; number: string }[],
  crossings: readonly { ref: string; documentNo: string }[],
): Record<number, string[]> {
  const refs = new Map<string, string[]>();
  for (const { ref, documentNo } of crossings) {
    const { folded } = foldDocumentNo(documentNo);
    refs.set(folded, [...(refs.get(folded) ?? []), ref]);
  }
  refs.delete("");
  return Object.fromEntries(
    documents.map(({ id, number }) => [id, refs.get(foldDocumentNo(number).folded) ?? []]),
  );
}
