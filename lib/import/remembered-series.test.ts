import { expect, test } from "vitest";
import { readImport } from "./read-import";
import type { Target } from "./targets";

const HEADING = ["№ студента", "Сер.", "№ паспорта", "Въезд/выезд", "Дата"];
const READ: (Target | null)[] = ["student_no", null, "document_no", "direction", "at"];

/** The columns of a log whose earlier file was read so. */
async function columnsAfter(targets: readonly (Target | null)[], heading = HEADING) {
  const columns = heading.map((one, i) => ({ heading: one, target: targets[i] ?? null }));
  const remembered = [{ id: "1", columns, constants: {} }];
  const row = "1;AN;1234567;въезд;01.09.2025";
  const bytes = Buffer.from([heading.join(";"), row, row].join("\n"));
  const opened = await readImport({ bytes }, { kind: "crossings", remembered });
  const read = "refused" in opened ? opened.table : opened;
  expect(read?.recalled?.id).toBe("1");
  return (read?.columns ?? []).map(({ target, proposal, by }) => [target, proposal, by]);
}

test("the series of a document that an earlier file was read without is proposed, and stays unread", async () => {
  expect((await columnsAfter(READ))[1]).toEqual([null, "document_series", "abbreviation"]);
  const plain = HEADING.with(1, "Серия");
  expect((await columnsAfter(READ, plain))[1]?.slice(0, 2)).toEqual([null, "document_series"]);
});

test("also beside a number whose heading only a person could name", async () => {
  expect((await columnsAfter(READ, HEADING.with(2, "Ключ")))[1]?.[1]).toBe("document_series");
});

test("one that is read, or another column that nobody reads, is left as it was", async () => {
  const read = await columnsAfter(READ.with(1, "document_series"));
  expect(read[1]).toEqual(["document_series", null, "memory"]);
  expect((await columnsAfter(READ, HEADING.with(1, "Примечание")))[1]?.[0]).toBeNull();
  const number = await columnsAfter(READ.with(2, null));
  expect(number[1]).toEqual([null, null, "memory"]);
});
