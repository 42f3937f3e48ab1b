import { cleanDocumentNo, foldDocumentNo } from "@/lib/person-name/document-no";
import type { RowReader } from "./row-reader";

/** The document number of a row as it is recorded; what was taken for something else is told. */
export function readDocumentNo(row: RowReader): string {
  const text = row.number("document_no");
  const { lookAlikes, numero } = foldDocumentNo(text);
  if (lookAlikes) row.notice("lookAlikeLetters", "document_no");
  if (numero) row.notice("numeroSign", "document_no");
  return cleanDocumentNo(text);
}
