import "server-only";
import { z } from "zod";
import { today } from "@/lib/clock/today";
import { listDormitories } from "@/lib/db/dormitories";
import { readDigest } from "@/lib/db/import/digest";
import { listEffectGroups } from "@/lib/db/import/effect-rows";
import { listEmptyColumns } from "@/lib/db/import/empty-cells";
import { listImportRows, remarkGroupsOf } from "@/lib/db/import/import-rows";
import { type ImportRecord, OUTCOMES } from "@/lib/db/import/import-words";
import { findImport, findSameFile } from "@/lib/db/import/imports";
import { comparedLogOf } from "@/lib/db/import/last-log";
import { countMends } from "@/lib/db/import/mends";
import { nameOvertaken } from "@/lib/db/import/overtaken";
import { countUnfitActs } from "@/lib/db/import/problem-groups";
import type { RemarkGroup } from "@/lib/db/import/row-words";
import { findUnknownStudents } from "@/lib/db/import/unknown-students";
import type { Tx } from "@/lib/db/in-institution";
import { CONSTANT_FIELDS } from "@/lib/import/answers";
import { dormitoryMeaning, MEANINGS } from "@/lib/import/meanings";
import { TARGETS } from "@/lib/import/targets";
import { AppError } from "../app-error";
import { readBasis } from "../assessments/basis";
import { defineQuery } from "../define-service";
import { askedOfFile } from "./asked-of-file";
import { askedWords } from "./asked-words";
import { effectIsOf } from "./count-effect";
import { withDates } from "./dates-of-rows";
import { namePreviews } from "./name-previews";

/** An import as its page shows it: how it was read, what its rows would do, what is wrong, grouped. */
export const getImport = defineQuery({
  name: "imports.get",
  permission: "imports:read",
  input: z.object({ importId: z.uuid() }),
  run: async (tx, { importId }) => {
    const record = await findImport(tx, importId);
    if (record === null) throw new AppError("notFound", "notFound");
    const sameFile = await findSameFile(tx, record);
    const digest = await readDigest(tx, record);
    const remarks = remarkGroupsOf(digest);
    const comparedLog = comparedLogOf(record);
    const effect = await listEffectGroups(tx, importId);
    return {
      record,
      overtaken: await nameOvertaken(tx, record.overtaken),
      sameFile,
      remarks,
      unfitMends: await countUnfitActs(tx, importId),
      comparedLog,
      effectIsOf:
        record.state === "ready" ? effectIsOf(record.effect, await readBasis(tx, today())) : "now",
      effect: comparedLog.isCompared ? effect : effect.filter(({ kind }) => kind !== "vanished"),
      ...(await askedWords(tx, record, digest)),
      ...(await askedOfFile(tx, record, digest)),
      wouldLose: { answers: countAnswers(record), mends: await countMends(tx, importId) },
      unknownStudents: await findUnknownStudents(tx, record),
      emptyColumns: await emptyColumnsOf(tx, record, remarks),
      meanings: MEANINGS,
      dormitories: record.kind === "residents" ? await readDormitories(tx) : [],
      namePreviews: namePreviews(record.format),
      targets: TARGETS[record.kind],
      constantFields: CONSTANT_FIELDS[record.kind],
    };
  },
});

/** Rows are looked through for empty cells only where something was said of any, or some erase. */
async function emptyColumnsOf(tx: Tx, record: ImportRecord, remarks: readonly RemarkGroup[]) {
  const isSaid = remarks.some(({ code }) => code === "emptyCellKept");
  const erases = (record.answers?.erase ?? []).length > 0;
  return isSaid || erases ? listEmptyColumns(tx, record) : [];
}

/** What was said of this file alone: answers, values for all rows, columns named by hand and those that may erase. */
function countAnswers({ answers, format }: ImportRecord): number {
  if (answers === null) return 0;
  const { dateOrder, serials, birthYears, zeros, constants, erase = [] } = answers;
  const given = [dateOrder, serials, birthYears, zeros].filter((answer) => answer);
  const columns = (format?.columns ?? []).filter(({ by }) => by === "person");
  return given.length + Object.keys(constants).length + erase.length + columns.length;
}

/** The office's dormitories with the meaning by which words of files are decided. */
async function readDormitories(tx: Tx): Promise<{ meaning: string; name: string }[]> {
  const dormitories = await listDormitories(tx);
  return dormitories.map(({ id, name }) => ({ meaning: dormitoryMeaning(id), name }));
}

/** A page of an import's rows in the file's order, after a row number; of the outcomes named, or all. */
export const getImportRows = defineQuery({
  name: "imports.rows",
  permission: "imports:read",
  input: z.object({
    importId: z.uuid(),
    outcomes: z.array(z.enum(OUTCOMES)),
    after: z.number().int().min(0).max(2_147_483_647).default(0),
    limit: z.number().int().min(1).max(5000).default(100),
  }),
  run: async (tx, { importId, ...page }) => {
    const record = await findImport(tx, importId);
    return record === null ? [] : withDates(record, await listImportRows(tx, record, page));
  },
});
