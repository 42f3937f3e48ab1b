// npm run new-migration -- NAME: writes the SQL that leads from the schema at the last migration
// to the schema as it stands now. Needs no database. Read what it wrote; add by hand what Prisma
// cannot express (row-level security for a new table above all: a database test asks for it).
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  MIGRATIONS_FOLDER,
  migrationNames,
  SCHEMA_FOLDER,
  schemaFiles,
} from "@/lib/db/migrations/migration-files";
import { schemaDiff } from "@/lib/db/migrations/schema-diff";

function git(...parameters: string[]): string {
  return execFileSync("git", parameters, { encoding: "utf8" }).trim();
}

/** The schema as committed together with the newest migration; null before the first one. */
async function schemaAtLastMigration(): Promise<{ path: string; content: string }[] | null> {
  if ((await migrationNames()).length === 0) return null;
  const commit = git("log", "-1", "--format=%H", "--diff-filter=A", "--", MIGRATIONS_FOLDER);
  if (commit === "") throw new Error("commit the last migration first");
  return git("ls-tree", "--name-only", commit, `${SCHEMA_FOLDER}/`)
    .split("\n")
    .map((path) => ({ path, content: git("show", `${commit}:${path}`) }));
}

const name = process.argv[2];
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  console.error("usage: npm run new-migration -- name_in_lower_case");
  process.exit(2);
}
const sql = await schemaDiff(await schemaAtLastMigration(), await schemaFiles());
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = join(MIGRATIONS_FOLDER, `${stamp}_${name}`);
mkdirSync(folder);
writeFileSync(join(folder, "migration.sql"), sql);
console.log(`${folder}/migration.sql`);
