import "server-only";
// Run by killed-imports.db.test.ts as a process of its own: writes an import, and is killed while it does.
import { closeConnections } from "@/lib/db/connection";
import { writeImport } from "./write-import";

const [institutionId = "", importId = ""] = process.argv.slice(2);
await writeImport({ institutionId }, importId, null);
await closeConnections();
