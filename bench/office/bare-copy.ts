import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

/** The yardstick's reading: what psql's \copy of the packed facts takes, to a file. */
export async function readBare(owner: pg.Client, file: string): Promise<void> {
  const copy = owner.query(copyTo("copy (select student_id, facts from packed_facts) to stdout"));
  await pipeline(copy, createWriteStream(file));
}

/** The rows that the yardstick writes, in a file, and an empty table like the one that they came from. */
export async function prepareBareWriting(owner: pg.Client, file: string): Promise<void> {
  const copy = owner.query(copyTo("copy assessment to stdout"));
  await pipeline(copy, createWriteStream(file));
  await owner.query("create table bare_assessment (like assessment including all)");
}

/** The yardstick's writing: what psql's \copy of these rows takes, into a table with the same indexes. */
export async function writeBare(owner: pg.Client, file: string): Promise<void> {
  await pipeline(createReadStream(file), owner.query(copyFrom("copy bare_assessment from stdin")));
}
