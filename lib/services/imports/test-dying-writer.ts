import "server-only";
// Run by killed-imports.db.test.ts as a process of its own: does a step of an import, and is killed while it does.
import { closeConnections } from "@/lib/db/connection";
import { readFile } from "./read-file";
import { takeBack } from "./take-back";
import { writeImport } from "./write-import";

const [step = "", institutionId = "", importId = ""] = process.argv.slice(2);
process.stdout.write("begun");
if (step === "read") await readFile({ institutionId }, importId);
if (step === "write") await writeImport({ institutionId }, importId, null);
if (step === "undo") await takeBack({ institutionId }, importId);
await closeConnections();
