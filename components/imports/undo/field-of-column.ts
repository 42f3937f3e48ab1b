import type { ImportField } from "@/lib/db/import/import-words";

/** Columns of tables that the words for a file's fields name otherwise. */
const FIELD_OF: Readonly<Record<string, ImportField>> = {
  type: "document_type",
  expires: "document_expires",
  minute: "at",
  dormitory_id: "dormitory",
  route: "dormitory",
  ground_id: "number",
};

/** The field of a file by whose words a column of a table is called. */
export const fieldOfColumn = (column: string): ImportField =>
  FIELD_OF[column] ?? (column as ImportField);
