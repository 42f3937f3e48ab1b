// Run by bench/import.ts as a process of its own, so that its memory is its own: imports one log of crossings by the
// product's own way (stored and hashed, decoded, checked, compared, agreed to, written), then assesses whom it touched, and prints
// what both took. Arguments: a log to warm up with and its institution; the log, its institution, the counts that are
// expected; the server's process.
import { createReadStream } from "node:fs";
import { uuidv7 } from "uuidv7";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { today } from "@/lib/clock/today";
import { closeConnections } from "@/lib/db/connection";
import { assessDay } from "@/lib/services/assessments/assess-day";
import { commitImport } from "@/lib/services/imports/commit-import";
import { getImport } from "@/lib/services/imports/get-import";
import { readFile } from "@/lib/services/imports/read-file";
import { registerImport } from "@/lib/services/imports/register-import";
import { writeFacts } from "@/lib/services/imports/write-import";
import { putFile } from "@/lib/storage/files";
import { measure } from "./measure";

/** Far beyond what a browser may upload. */
const LARGEST = 8 * 1024 ** 3;

async function importLog(actor: Actor, path: string): Promise<string> {
  const stored = await putFile(createReadStream(path), LARGEST);
  if (stored === null) throw new Error("the file is too large for this bench");
  const importId = uuidv7();
  const given = { importId, kind: "crossings", fileName: "log.csv", stored } as const;
  await registerImport(actor, { ...given, inBackground: false });
  await readFile(actor, importId);
  await commitImport(actor, { importId, leaveOut: false, inBackground: false });
  await writeFacts(actor, importId, null);
  return importId;
}

const [warmUp = "", warmUpIn = "", log = "", institutionId = "", counts = "", postmaster = ""] =
  process.argv.slice(2);
await importLog(systemActor(warmUpIn), warmUp);
const actor = systemActor(institutionId);
let importId = "";
const written = await measure(postmaster, async () => {
  importId = await importLog(actor, log);
});
const assessed = await measure(postmaster, () => assessDay(actor, today()));
const { record } = await getImport(actor, { importId });
if (record.state !== "committed" || JSON.stringify(record.counts) !== counts) {
  throw new Error(`${record.state} ${JSON.stringify(record.counts ?? record.problem)}`);
}
await closeConnections();
console.log(JSON.stringify({ written, assessed }));
