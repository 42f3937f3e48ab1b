import "server-only";
import { Readable } from "node:stream";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { commitImport } from "../commit-import";
import { getImport, getImportRows } from "../get-import";
import { importFile } from "../import-file";
import { readFile } from "../read-file";
import { receiveFile } from "../receive-file";
import { writeImport } from "../write-import";
import { type MendInput, mendRows } from "./mend-rows";

const ROSTER =
  "student_no,last_name,first_name,citizenship,document_no\nS-1,A,B,KZ,N1111111\nS-2,C,D,KZ,N2222222\n";
/** A log with a row in order, and four that need mending. */
export const LOG = `student_no;document_no;direction;at;checkpoint
S-1;;въезд;2025-09-01;Ак-Жол
S-1;;туда;2025-09-05;Ак-Жол
S-1;;туда;31.02.2025;Ак-Жол
;N2222223;entry;2025-09-07;
S-2;;entry;;Манас
`;

function file(text: string, kind: "roster" | "crossings" = "crossings") {
  return { kind, fileName: "log.csv", content: Readable.from([Buffer.from(text)]) };
}

/** For tests: an office with the two students of whom the log speaks. */
export async function officeOfLog(): Promise<Actor> {
  const actor = systemActor(await newTestInstitution());
  await importFile(actor, file(ROSTER, "roster"));
  return actor;
}

/** For tests: an edit of one cell, by someone who has seen the mends up to `seen` and those of their own window. */
export const cell = (
  rowNo: number,
  column: number,
  text: string,
  seen = 1000,
  own: number[] = [],
): MendInput => ({
  ...{ kind: "cells", cells: [{ rowNo, column, text }], seen, own },
});
/** For tests: the same text for another in a column, or in all (null). */
export const replace = (
  column: number | null,
  find: string,
  text: string,
  whole = true,
): MendInput => ({
  ...{ kind: "replace", replacements: [{ column, find, whole, text }] },
});

/** For tests: what is done with a log in such an office, without the queue. */
export function logsOf(actor: () => Actor) {
  const check = (importId: string) => readFile(actor(), importId);
  return {
    read: async (text = LOG): Promise<string> => {
      const importId = await receiveFile(actor(), file(text), false);
      await check(importId);
      return importId;
    },
    /** Reads the file once more, with what was mended. */
    check,
    find: (importId: string) => getImport(actor(), { importId }),
    rowsOf: (importId: string) => getImportRows(actor(), { importId, outcomes: [] }),
    mend: (importId: string, what: MendInput, who = actor()) =>
      mendRows(who, { importId, what, inBackground: false }),
    commit: async (importId: string, leaveOut = true) => {
      await commitImport(actor(), { importId, leaveOut, inBackground: false });
      await writeImport(actor(), importId, actor().userId);
    },
    /** What is written of crossings, without keys and files. */
    crossings: () =>
      inInstitution(actor(), async (tx) => {
        const found = await tx.crossing.findMany({
          orderBy: [{ day: "asc" }, { direction: "asc" }],
        });
        return found.map(({ day, direction, checkpoint, documentNo, importRow }) => ({
          ...{ day: day.toISOString().slice(0, 10), direction, checkpoint, documentNo, importRow },
        }));
      }),
  };
}
