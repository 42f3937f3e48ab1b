import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownerUrl } from "../test-worker-database";
import { schemaFiles } from "./migration-files";
import { schemaDiff } from "./schema-diff";

/** What migrations add that Prisma's schema cannot say. */
const BEYOND_PRISMA = [
  "crossing_natural_key",
  "crossing_recorded",
  "crossing_set_aside",
  "import_block_in_step",
  "student_search_key_trgm",
];

const BY_SCHEMA = "sanak_by_schema";

async function withClient<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(ownerUrl);
  url.pathname = database;
  return url.href;
}

/** Every column, constraint and index of the tables, one line each. */
async function catalogueOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `select format('%s.%s %s%s default %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then ' not null' else '' end, pg_get_expr(d.adbin, d.adrelid)) as line
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where a.attnum > 0 and not a.attisdropped and c.relname <> '_prisma_migrations'
    union all
    select format('%s: %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
      from pg_constraint
      where connamespace = 'public'::regnamespace and conrelid <> 0 and conrelid::regclass::text <> '_prisma_migrations'
        and conname <> all ($1)
    union all
    select indexdef from pg_indexes
      where schemaname = 'public' and tablename <> '_prisma_migrations' and indexname <> all ($1)
    order by 1`,
    [BEYOND_PRISMA],
  );
  return rows.map(({ line }) => line);
}

beforeAll(async () => {
  const sql = await schemaDiff(null, await schemaFiles());
  await withClient(ownerUrl, (client) => client.query(`create database ${BY_SCHEMA}`));
  await withClient(urlOf(BY_SCHEMA), (client) => client.query(sql));
});
afterAll(() => withClient(ownerUrl, (client) => client.query(`drop database ${BY_SCHEMA}`)));

test("all migrations together make what the Prisma schema says", async () => {
  const byMigrations = await withClient(ownerUrl, catalogueOf);
  const bySchema = await withClient(urlOf(BY_SCHEMA), catalogueOf);
  expect(bySchema.length).toBeGreaterThan(100);
  expect(byMigrations).toEqual(bySchema);
});
