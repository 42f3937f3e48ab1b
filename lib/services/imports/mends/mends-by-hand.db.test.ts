import fc from "fast-check";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { cell, LOG, logsOf, officeOfLog, replace } from "./test-mended-log";

let actor: Actor;
beforeEach(async () => {
  actor = await officeOfLog();
});
afterAll(closeConnections);

const { read, check, find, mend, commit, crossings } = logsOf(() => actor);

const text = fc.constantFrom("S-1", "S-2", "entry", "выезд", "туда", "2025-09-03", "", "N1111111");
const acts = fc.array(
  fc.oneof(
    fc.record({
      rowNo: fc.integer({ min: 2, max: 6 }),
      column: fc.integer({ min: 1, max: 4 }),
      text,
    }),
    fc.record({
      column: fc.integer({ min: 1, max: 4 }),
      find: fc.constantFrom("туда", "2025", "entry", "Ак"),
      text,
      whole: fc.boolean(),
    }),
  ),
  { maxLength: 5 },
);

type Done =
  | { rowNo: number; column: number; text: string }
  | { column: number; find: string; whole: boolean; text: string };

function cellByHand(cell: string, one: Done): string {
  if ("rowNo" in one) return one.text;
  if (one.whole) return cell === one.find ? one.text : cell;
  return cell.split(one.find).join(one.text);
}

/** What somebody does who has the file open in an editor. */
function doneByHand(sheet: readonly string[][], one: Done): string[][] {
  return sheet.map((cells, at) => {
    const isMeant = "rowNo" in one ? at + 1 === one.rowNo : at > 0;
    return cells.map((cell, column) =>
      isMeant && column === one.column ? cellByHand(cell, one) : cell,
    );
  });
}

test("an import mended here writes the same as the file mended by hand", async () => {
  const sheet = LOG.trim()
    .split("\n")
    .map((line) => line.split(";"));
  await fc.assert(
    fc.asyncProperty(acts, async (done) => {
      actor = await officeOfLog();
      const importId = await read();
      let byHand = sheet;
      for (const one of done) {
        byHand = doneByHand(byHand, one);
        if ("rowNo" in one) await mend(importId, cell(one.rowNo, one.column, one.text));
        else await mend(importId, replace(one.column, one.find, one.text, one.whole));
      }
      await check(importId);
      await commit(importId).catch(() => undefined);
      const mended = { written: await crossings(), counts: (await find(importId)).record.counts };
      actor = await officeOfLog();
      const other = await read(byHand.map((cells) => cells.join(";")).join("\n"));
      // A first row that reads like headings has the file refused; the mended one tells the row.
      fc.pre((await find(other)).record.state === "ready");
      await commit(other).catch(() => undefined);
      expect(mended).toEqual({
        written: await crossings(),
        counts: (await find(other)).record.counts,
      });
    }),
    { numRuns: 6 },
  );
}, 120_000);
