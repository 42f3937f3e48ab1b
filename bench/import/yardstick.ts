import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

const COLUMNS =
  "institution_id, student_id, day, minute, direction, checkpoint, document_no, import_id, import_row";

/** An institution's crossings as they stand in the table, to a file in the order of the log that they came from. */
export async function keepRows(
  owner: pg.Client,
  file: string,
  institutionId: string,
): Promise<void> {
  const rows = `copy (select ${COLUMNS} from crossing
    where institution_id = ${owner.escapeLiteral(institutionId)} order by import_row) to stdout`;
  await pipeline(owner.query(copyTo(rows)), createWriteStream(file));
}

/** An empty table with the same columns, indexes and foreign key as the one that crossings are kept in. */
export async function prepareBare(owner: pg.Client): Promise<void> {
  await owner.query(`
    drop table if exists bare_crossing;
    create table bare_crossing (like crossing including all);
    alter table bare_crossing add foreign key (institution_id, student_id)
      references student (institution_id, id) on delete cascade on update cascade`);
}

/** The yardstick: what psql's \copy of these rows takes, through pg-copy-streams from the file. */
export async function copyBare(owner: pg.Client, file: string): Promise<void> {
  await pipeline(
    createReadStream(file),
    owner.query(copyFrom(`copy bare_crossing (${COLUMNS}) from stdin`)),
  );
}
