// npm run migrate: brings the database in DATABASE_URL (its owner's connection) to this version.
// The embedded database is migrated by ./start.
import { migrateDatabase } from "@/lib/db/migrations/migrate-database";

const url = process.env["DATABASE_URL"];
if (url === undefined || url === "") {
  console.error("DATABASE_URL is not set: nothing to migrate.");
  process.exit(2);
}
const applied = await migrateDatabase(url, null);
console.log(
  applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`,
);
