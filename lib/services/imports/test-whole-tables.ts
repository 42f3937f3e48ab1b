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

/** What is no fact: who works here, what was done, what is computed from the facts, what imports remember of themselves. */
const NO_FACTS =
  /^(user|membership|session|audit_event|sign_in_|assessment|packed_facts|name_key|import)/;

/** For tests: all rows of every table of an institution that holds facts or what is found by them, found in the catalogue. */
export async function everyFact(scope: InstitutionScope): Promise<Record<string, unknown[]>> {
  return inInstitution(scope, async (tx) => {
    const names = await tx.$queryRaw<{ name: string }[]>`
      select c.table_name as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = current_schema() and c.column_name = 'institution_id' and t.table_type = 'BASE TABLE'
      order by 1`;
    const tables: Record<string, unknown[]> = {};
    for (const { name } of names.filter((table) => !NO_FACTS.test(table.name))) {
      const rows = await tx.$queryRawUnsafe<{ row: unknown }[]>(
        `select to_jsonb(x) - 'facts_version' - 'updated_at' as row from "${name}" x order by 1`,
      );
      tables[name] = rows.map(({ row }) => row);
    }
    return tables;
  });
}
