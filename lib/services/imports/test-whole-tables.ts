import "server-only";
import { type InstitutionScope, inInstitution } from "@/lib/db/in-institution";

/** Tables that hold what an import may write, besides its own. */
const TABLES = [
  "student",
  "identity_document",
  "crossing",
  "ground",
  "residence",
  "border_count",
  "request_list_row",
  "request_answer",
  "import_change",
] as const;

/** For tests: all rows of an institution's facts, column by column, without the counter of their changes. */
export async function wholeTables(scope: InstitutionScope): Promise<Record<string, unknown[]>> {
  return inInstitution(scope, async (tx) => {
    const tables: Record<string, unknown[]> = {};
    for (const table of TABLES) {
      const rows = await tx.$queryRawUnsafe<{ row: unknown }[]>(
        `select to_jsonb(x) - 'facts_version' as row from ${table} x order by to_jsonb(x)::text`,
      );
      tables[table] = rows.map(({ row }) => row);
    }
    return tables;
  });
}
