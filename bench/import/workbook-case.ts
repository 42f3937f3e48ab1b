// Run by bench/import.ts as a process of its own: reads a workbook of crossings to the lines that COPY takes, beside bare
// inflate of its parts in the same process, and prints what both took.
import { statSync } from "node:fs";
import { day } from "@/lib/civil-date/day";
import { copyLines } from "@/lib/db/import/copy-lines";
import { readImport } from "@/lib/import/read-import";
import { openArchive, partChunks } from "@/lib/import/workbook/archive";
import { measure } from "./measure";

const ROUNDS = 3;
const [path = "", expected = ""] = process.argv.slice(2);

async function inflate(): Promise<void> {
  const archive = await openArchive({ path }, statSync(path).size);
  if (archive === null) throw new Error("no archive");
  for (const entry of archive.entries.values()) {
    for await (const _ of partChunks(archive, entry));
  }
}

async function read(): Promise<void> {
  const opened = await readImport({ path }, { kind: "crossings", today: day("2026-01-01") });
  if ("refused" in opened) throw new Error(JSON.stringify(opened.refused));
  let rows = 0;
  for await (const chunk of copyLines("crossings", opened.batches())) rows += chunk.rows;
  if (rows !== Number(expected)) throw new Error(`${rows} rows`);
}

// Of several rounds the last: the program is warm, as a server is that runs since yesterday.
let inflated = await measure(null, inflate);
let wasRead = await measure(null, read);
for (let round = 1; round < ROUNDS; round += 1) {
  inflated = await measure(null, inflate);
  wasRead = await measure(null, read);
}
console.log(JSON.stringify({ inflated, read: wasRead }));
