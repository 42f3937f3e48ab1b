import "server-only";
import { listDormitories } from "@/lib/db/dormitories";
import type { ImportRecord, ReadFormat } from "@/lib/db/import/import-words";
import { listFaculties } from "@/lib/db/import/known-faculties";
import { readMends } from "@/lib/db/import/mends";
import { type KeptMapping, listMappings } from "@/lib/db/import/remembered-mappings";
import { type InstitutionScope, inInstitution } from "@/lib/db/in-institution";
import { type Answers, NO_ANSWERS } from "@/lib/import/answers";
import type { ImportKind } from "@/lib/import/fields";
import type { ImportOptions } from "@/lib/import/import-options";
import type { ColumnReading } from "@/lib/import/read-import";
import type { Recalled } from "@/lib/import/remembered-mapping";
import { ownHeadings } from "./own-headings";

/** What a file is read with, beside its kind and today: plain data, the same for preview and writing. */
export type Reading = Pick<
  ImportOptions<ImportKind>,
  | "mapping"
  | "before"
  | "reading"
  | "own"
  | "answers"
  | "words"
  | "dormitories"
  | "faculties"
  | "mends"
> & {
  remembered: readonly KeptMapping[];
  /** What was told of the earlier file, if the columns are still read as in that. */
  recalled: ReadFormat["recalled"];
};

/** What is known of how an import's file is to be read; earlier mappings only until it has one of its own. */
export async function readingOf(scope: InstitutionScope, record: ImportRecord): Promise<Reading> {
  const { id, kind, mapping, reading, answers, words } = record;
  const { remembered, mends, dormitories, faculties } = await inInstitution(scope, async (tx) => ({
    remembered: mapping === null ? await listMappings(tx, kind) : [],
    mends: await readMends(tx, id),
    dormitories: kind === "residents" ? await listDormitories(tx) : [],
    faculties: kind === "roster" ? await listFaculties(tx) : [],
  }));
  return {
    dormitories,
    faculties,
    mapping: mapping ?? undefined,
    before: record.format?.columns,
    reading: reading ?? undefined,
    own: await ownHeadings(kind),
    answers: answers ?? NO_ANSWERS,
    words: words ?? {},
    mends,
    remembered,
    recalled: record.format?.recalled,
  };
}

/** What is kept of the columns, and of the earlier file whose mapping was used. */
export function columnsOf(
  read: { columns: readonly ColumnReading[]; recalled: Recalled | null; answers: Answers },
  reading: Reading | null,
): Pick<ReadFormat, "columns" | "recalled"> {
  const columns = [...read.columns];
  const { recalled } = read;
  const kept = reading?.remembered.find(({ id }) => id === recalled?.id);
  // What was told when it was first read so holds until a person has looked at the columns.
  if (reading?.recalled && reading.mapping) return { columns, recalled: reading.recalled };
  if (!recalled || !kept) return { columns };
  const { moved, vanished, added } = recalled;
  return {
    columns,
    recalled: {
      by: kept.usedByName,
      at: kept.usedAt.toISOString(),
      moved: [...moved],
      vanished: [...vanished],
      added: [...added],
      // What a title or a person has said is not what it was last time.
      constants: Object.fromEntries(
        Object.entries(kept.constants).filter(([field, value]) =>
          Object.entries(read.answers.constants).some(([f, v]) => f === field && v === value),
        ),
      ),
    },
  };
}
