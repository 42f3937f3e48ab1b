import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import type { ImportKind } from "@/lib/import/fields";
import { addDormitory } from "../office/dormitories";
import { importFile } from "./import-file";
import { takeBack } from "./take-back";
import { everyFact } from "./test-whole-tables";
import { undoImport } from "./undo-import";
import { undoPreview } from "./undo-preview";

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
  for (const name of ["№ 1", "№ 2"])
    await addDormitory(actor, { name, address: name, manager: "" });
});
afterAll(closeConnections);

async function load(kind: ImportKind, text: string): Promise<string> {
  const content = Readable.from([Buffer.from(text)]);
  const record = await importFile(actor, { kind, fileName: `${kind}.csv`, content });
  expect(record.state).toBe("committed");
  return record.id;
}

async function undo(importId: string) {
  const { agreement, kept } = await undoPreview(actor, { importId });
  await undoImport(actor, { importId, agreement, inBackground: false });
  await takeBack(actor, importId);
  return kept;
}

const lives = (where: string) =>
  load("residents", `student_no,dormitory,room,lives_from,lives_to\nS-1,${where}\n`);
const has = (document: string) =>
  load(
    "roster",
    `student_no,last_name,first_name,citizenship,document_no,document_expires\nS-1,LI,WEI,CN,${document}\n`,
  );

test.each([
  ["of residents", lives, ["№ 1,101,,", "№ 1,201,2025-09-01,", "№ 2,301,2025-10-02,"]],
  [
    "with a document",
    has,
    ["C00000001,2031-01-01", "C00000001,2032-01-01", "C00000001,2033-01-01"],
  ],
] as const)(
  "three lists %s, taken back in whatever order, leave nothing behind",
  async (_, write, says) => {
    await has(",");
    const before = await everyFact(actor);
    for (const order of [
      [0, 2, 1],
      [0, 1, 2],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
    ]) {
      const files: string[] = [];
      for (const said of says) files.push(await write(said));
      const last = order.at(-1);
      for (const place of order) {
        const kept = await undo(files[place] ?? "");
        expect(kept.map(({ reason }) => reason)).not.toContain("changedSince");
        if (place === last) expect(kept).toEqual([]);
      }
      expect(await everyFact(actor)).toEqual(before);
    }
  },
);

test("what somebody changes by hand after a file that inherits a residence stays", async () => {
  await has(",");
  const first = await lives("№ 1,101,,");
  const second = await lives("№ 1,201,,");
  await inInstitution(actor, (tx) => tx.residence.updateMany({ data: { room: "9" } }));
  await undo(first);
  expect(await undo(second)).toMatchObject([{ entity: "residence", reason: "changedSince" }]);
});
