// npm run bench:import [rows [students]]: importing a log of crossings by the product's own way (stored and hashed, decoded,
// checked, compared, agreed to, written), beside a bare COPY of the same rows, through pg-copy-streams from a file, into a
// table with the same indexes and foreign key in the same database. 300000 rows of 20000 students unless said otherwise.
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { importFile } from "@/lib/services/imports/import-file";
import { writeCrossings, writeRoster } from "./import/made-files";
import { measure, tell } from "./import/measure";
import { copyBare, keepRows, prepareBare } from "./import/yardstick";
import { openDatabase } from "./office/office-database";

const [rows = 300_000, students = 20_000] = process.argv.slice(2).map(Number);
const database = await openDatabase();
const folder = mkdtempSync(join(tmpdir(), "sanak-bench-files-"));
const { owner, postmaster } = database;

async function settle(): Promise<void> {
  await owner.query("vacuum analyze");
  await owner.query("checkpoint");
}

async function imported(actor: Actor, kind: "roster" | "crossings", path: string, counts: object) {
  const fileName = "file.csv";
  const record = await importFile(actor, { kind, fileName, content: createReadStream(path) });
  if (record.state !== "committed" || JSON.stringify(record.counts) !== JSON.stringify(counts)) {
    throw new Error(`${kind}: ${record.state} ${JSON.stringify(record.counts ?? record.problem)}`);
  }
}

/** A university with its students and nothing else. */
async function freshOffice(): Promise<Actor> {
  await owner.query("truncate crossing, import_row, packed_facts, assessment, assessment_run");
  const actor = systemActor(uuidv7());
  await owner.query("insert into institution (id, name) values ($1, 'Bench')", [
    actor.institutionId,
  ]);
  await imported(actor, "roster", join(folder, "roster.csv"), { new: students });
  await settle();
  return actor;
}

try {
  const log = join(folder, "utf-8.csv");
  await writeRoster(join(folder, "roster.csv"), students);
  await writeCrossings(log, "utf-8", { rows, students });
  await writeCrossings(join(folder, "1251.csv"), "windows-1251", { rows, students });
  const importLog = (actor: Actor, path: string, counts: object) =>
    measure(postmaster, () => imported(actor, "crossings", path, counts));

  // The program warms up, as a server has that runs since yesterday.
  await imported(await freshOffice(), "crossings", join(folder, "1251.csv"), { new: rows });
  const actor = await freshOffice();
  const first = await importLog(actor, log, { new: rows });
  await settle();
  const again = await importLog(actor, log, { unchanged: rows });
  await keepRows(owner, join(folder, "rows"));
  const other = await freshOffice();
  const from1251 = await importLog(other, join(folder, "1251.csv"), { new: rows });
  await prepareBare(owner);
  await settle();
  const bare = await measure(postmaster, () => copyBare(owner, join(folder, "rows")));

  console.log(`${rows} crossings of ${students} students, with their re-assessment:`);
  tell("bare COPY", bare);
  tell("imported from UTF-8, beside the bare COPY", first, bare);
  tell("the same file again, beside the first time", again, first);
  tell("imported from Windows-1251, beside UTF-8", from1251, first);
} finally {
  rmSync(folder, { recursive: true, force: true });
  await database.end();
}
