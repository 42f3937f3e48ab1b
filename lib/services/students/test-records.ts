import "server-only";
import { Readable } from "node:stream";
import { expect } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { inInstitution } from "@/lib/db/in-institution";
import type { ImportKind } from "@/lib/import/fields";
import { getImport } from "../imports/get-import";
import { importFile } from "../imports/import-file";
import { takeBack } from "../imports/take-back";
import { undoImport } from "../imports/undo-import";
import { undoPreview } from "../imports/undo-preview";
import { comparePeople, mergePeople } from "./merge-people";

/** For tests: writes a file of these lines; returns the import's key. */
export async function load(
  actor: Actor,
  kind: ImportKind,
  lines: readonly string[],
  fileName = `${kind}.csv`,
): Promise<string> {
  const content = Readable.from([Buffer.from(`${lines.join("\n")}\n`)]);
  const { state, id } = await importFile(actor, { kind, fileName, content });
  expect(state).toBe("committed");
  return id;
}

/** For tests: takes an import back as the page does; returns what the page said. */
export async function undo(actor: Actor, importId: string) {
  const preview = await undoPreview(actor, { importId });
  await undoImport(actor, { importId, agreement: preview.agreement, inBackground: false });
  await takeBack(actor, importId);
  expect((await getImport(actor, { importId })).record.state).toBe("undone");
  return preview;
}

/** For tests: the key of the student with this number. */
export async function idOf(actor: Actor, studentNo: string): Promise<number> {
  const found = await inInstitution(actor, (tx) => tx.student.findFirst({ where: { studentNo } }));
  if (found === null) throw new Error(`no student ${studentNo}`);
  return found.id;
}

/** For tests: makes the record with the second number part of that with the first; returns the change's key. */
export async function merge(actor: Actor, keptNo: string, goneNo: string): Promise<string> {
  const pair = { keptId: await idOf(actor, keptNo), goneId: await idOf(actor, goneNo) };
  const { kept, gone } = await comparePeople(actor, pair);
  const { changeId } = await mergePeople(actor, {
    ...pair,
    keptSeen: kept.factsVersion,
    goneSeen: gone.factsVersion,
    reason: "один человек",
  });
  return changeId;
}
