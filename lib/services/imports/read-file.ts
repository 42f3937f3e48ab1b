import "server-only";
import { today } from "@/lib/clock/today";
import { copyLines } from "@/lib/db/import/copy-lines";
import { listDecidedWords } from "@/lib/db/import/decided-words";
import { ImportMovedOn, markReady } from "@/lib/db/import/finish";
import { deleteRowsOfDiscarded, deleteRowsOfUnread } from "@/lib/db/import/import-rows";
import type { ImportProgress, ImportRecord } from "@/lib/db/import/import-words";
import { findImport, moveImport } from "@/lib/db/import/imports";
import { tellProgress } from "@/lib/db/import/progress";
import { readIntoRows } from "@/lib/db/import/run-import";
import { type InstitutionScope, inInstitution } from "@/lib/db/in-institution";
import type { Facts } from "@/lib/import/facts";
import type { ImportKind } from "@/lib/import/fields";
import type { OpenedImport, RefusedImport } from "@/lib/import/read-import";
import { ImportRefused } from "@/lib/import/refusal";
import { log } from "@/lib/log/log";
import { MOST_ATTEMPTS } from "./attempts";
import { openStored } from "./open-stored";
import { columnsOf, type Reading, readingOf } from "./reading-of";
import { seldom } from "./seldom";
import { unlessDiscarded } from "./unless-discarded";

const UNREADABLE = { state: "failed", progress: null, problem: { code: "unexpected" } } as const;

type Opened = OpenedImport<Facts[ImportKind]>;

/** Begins, or begins anew after a process died under it. Null: nothing is to be read any more. */
async function begin(scope: InstitutionScope, id: string): Promise<ImportRecord | null> {
  return inInstitution(scope, async (tx) => {
    const attempt = ((await findImport(tx, id))?.progress?.attempt ?? 0) + 1;
    if (attempt > MOST_ATTEMPTS) {
      await moveImport(tx, id, ["uploaded", "reading"], UNREADABLE);
      return null;
    }
    const moved = await moveImport(tx, id, ["uploaded", "reading"], {
      state: "reading",
      progress: { stage: "reading", done: 0, attempt },
      counts: null,
      problem: null,
      words: await listDecidedWords(tx),
    });
    return moved ? findImport(tx, id) : null;
  });
}

function refuse(
  scope: InstitutionScope,
  id: string,
  { refused, table }: RefusedImport,
  reading: Reading | null,
): Promise<boolean> {
  return inInstitution(scope, async (tx) => {
    const moved = await moveImport(tx, id, ["reading"], {
      state: "refused",
      progress: null,
      problem: refused,
      format:
        table === null
          ? null
          : { ...table.format, header: table.header, ...columnsOf(table, reading) },
      mapping: table?.mapping ?? null,
      ...(table === null ? {} : { answers: table.answers }),
    });
    await deleteRowsOfUnread(tx, id);
    return moved;
  });
}

async function readRows(
  scope: InstitutionScope,
  { id, kind, progress, mendVersion }: ImportRecord,
  opened: Opened,
  reading: Reading,
  stopped: AbortSignal,
): Promise<void> {
  const tell = (progress: ImportProgress) =>
    inInstitution(scope, (tx) => tellProgress(tx, id, "reading", progress));
  const attempt = progress?.attempt ?? 1;
  const { format, header, headerRowNo, unmapped, mapping, answers } = opened;
  let rows = 0;
  const tellRows = seldom((done: number) => tell({ stage: "reading", done, attempt }));
  const checked = { id, kind, mapping: [...mapping], answers, asOf: today() };
  await readIntoRows(scope, checked, copyLines(kind, opened.batches(), mapping), {
    onRows: async (done) => {
      rows = done;
      await tellRows(done);
    },
    onComparing: () => tell({ stage: "comparing", done: 0, total: rows, attempt }),
    stopped,
    finish: (client, counts) =>
      markReady(client, id, {
        counts,
        format: { ...format, header, headerRowNo, unmapped, ...columnsOf(opened, reading) },
        mapping,
        answers,
        mendVersion,
        mendHits: opened.mendHits(),
      }),
  });
}

/**
 * Reads an uploaded file: afterwards the import is ready, with every row and what would become of it, or
 * refused with the reason. Nothing of it is in the students' facts yet. May be called again.
 */
export async function readFile(scope: InstitutionScope, importId: string): Promise<void> {
  const record = await begin(scope, importId);
  if (record === null) return;
  try {
    await unlessDiscarded(scope, importId, async (stopped) => {
      const reading = await readingOf(scope, record);
      const opened = await openStored(record, reading);
      if ("refused" in opened) await refuse(scope, importId, opened, reading);
      else await readRows(scope, record, opened, reading, stopped);
    });
  } catch (error) {
    if (error instanceof ImportMovedOn) {
      await inInstitution(scope, (tx) => deleteRowsOfDiscarded(tx, importId));
      return;
    }
    if (error instanceof ImportRefused) {
      await refuse(scope, importId, { refused: error.refusal, table: null }, null);
      return;
    }
    log.error({ err: error, importId }, "an import could not be read");
    await inInstitution(scope, async (tx) => {
      await moveImport(tx, importId, ["reading"], UNREADABLE);
      await deleteRowsOfUnread(tx, importId);
    });
  }
}
