import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { discardImport } from "../discard-import";
import { openLeftOutRows } from "../left-out-rows";
import { rereadImport } from "../reread-import";
import { checkMends } from "./check-mends";
import { getGrid, getGridRows } from "./get-grid";
import { takeMendBack } from "./take-mend-back";
import { cell, logsOf, officeOfLog, replace } from "./test-mended-log";

let actor: Actor;
beforeEach(async () => {
  actor = await officeOfLog();
});
afterAll(closeConnections);

const { read, check, find, rowsOf, mend, commit, crossings } = logsOf(() => actor);

test("what was mended is written, the file stays, and the row tells what the file has", async () => {
  const importId = await read();
  expect((await find(importId)).record.counts).toEqual({ new: 1, wrong: 3, unknownStudent: 1 });
  await mend(importId, replace(2, "туда", "выезд"));
  await mend(importId, cell(4, 3, "2025-09-09"));
  await mend(importId, cell(5, 1, "N2222222"));
  await mend(importId, { kind: "leaveOut", rowNos: [6] });
  await check(importId);
  const { record } = await find(importId);
  expect(record).toMatchObject({ state: "ready", counts: { new: 4, leftOut: 1 } });
  await expect(commit(importId, false)).rejects.toThrow("rowsStayOut");
  await commit(importId);
  expect(await crossings()).toEqual(
    [
      {
        day: "2025-09-01",
        direction: "entry",
        checkpoint: "ak_zhol",
        documentNo: "",
        importRow: 2,
      },
      { day: "2025-09-05", direction: "exit", checkpoint: "ak_zhol", documentNo: "", importRow: 3 },
      {
        day: "2025-09-07",
        direction: "entry",
        checkpoint: "",
        documentNo: "N2222222",
        importRow: 5,
      },
      { day: "2025-09-09", direction: "exit", checkpoint: "ak_zhol", documentNo: "", importRow: 4 },
    ].map((one) => ({ ...one, checkpoint: expect.any(String) })),
  );
  const rows = await rowsOf(importId);
  expect(rows[2]).toMatchObject({
    cells: ["S-1", "", "выезд", "2025-09-09", "Ак-Жол"],
    original: [
      [2, "туда"],
      [3, "31.02.2025"],
    ],
  });
});

test("nothing is written with mends that have not been checked", async () => {
  const importId = await read();
  await mend(importId, replace(2, "туда", "выезд"));
  await check(importId);
  // As in a large file, which is checked when a person says so.
  await inInstitution(actor, (tx) =>
    tx.import.updateMany({ where: { id: importId }, data: { mendVersion: { increment: 1 } } }),
  );
  await expect(commit(importId)).rejects.toThrow("mendsUnchecked");
  expect(await crossings()).toEqual([]);
  await checkMends(actor, { importId, inBackground: false });
  await check(importId);
  await commit(importId);
  expect(await crossings()).toHaveLength(2);
});

test("a mend taken back leaves the file as it was, also out of the middle", async () => {
  const importId = await read();
  const before = await rowsOf(importId);
  const first = await mend(importId, cell(3, 2, "туда!"));
  const second = await mend(importId, replace(2, "туда", "выезд"));
  const third = await mend(importId, { kind: "leaveOut", rowNos: [4, 6] });
  const back = (what: Parameters<typeof takeMendBack>[1]["what"]) =>
    takeMendBack(actor, { importId, what, inBackground: false });
  await back({ act: first.mendVersion });
  await check(importId);
  expect((await rowsOf(importId))[1]?.cells[2]).toBe("выезд");
  await back({ rowNo: 6, kind: "leaveOut" });
  await back({ act: second.mendVersion });
  await back({ act: third.mendVersion });
  await check(importId);
  expect(await rowsOf(importId)).toEqual(before);
  await expect(back({ act: third.mendVersion })).rejects.toThrow("mendGone");
});

test("mends stay where they are when columns mean something else, and fit no more where cells hold something else", async () => {
  const importId = await read();
  await mend(importId, cell(3, 2, "exit"));
  await check(importId);
  const again = async (change: object) => {
    await rereadImport(actor, { importId, kind: "crossings", inBackground: false, ...change });
    await check(importId);
    return (await getGrid(actor, { importId })).acts.map(({ hits }) => hits);
  };
  const mapping = ["student_no", "document_no", "direction", "at", null];
  expect(await again({ mapping })).toEqual([1]);
  expect(await again({ mapping: null, reading: { encoding: "windows-1251" } })).toEqual([0]);
  expect(await again({ mapping: null, reading: {} })).toEqual([1]);
});

test("the file of rows that stay out has their mended cells, and nobody reads numbers of documents in the audit", async () => {
  const importId = await read();
  await mend(importId, cell(5, 1, "N7654321"));
  await mend(importId, cell(4, 4, "Кордай"));
  await check(importId);
  const { content } = await openLeftOutRows(actor, importId, {
    ...{ row: "row", reason: "reason", reasonOf: () => "", short: () => "", column: () => "" },
  });
  const csv = await new Response(content).text();
  expect(csv).toContain("N7654321");
  expect(csv).toContain("31.02.2025");
  expect(csv).toContain("Кордай");
  const audit = await inInstitution(actor, (tx) => tx.auditEvent.findMany());
  expect(audit.map(({ action }) => action)).toContain("imports.mend");
  expect(JSON.stringify(audit.map(({ detail }) => detail))).not.toContain("7654321");
});

test("a written import takes no mends, and keeps those that it was written with", async () => {
  const importId = await read();
  await mend(importId, { kind: "leaveOut", rowNos: [3, 4, 5, 6] });
  await check(importId);
  await commit(importId);
  await expect(mend(importId, cell(3, 2, "exit"))).rejects.toThrow("importNotReady");
  const { record } = await find(importId);
  expect(record.counts).toEqual({ new: 1, leftOut: 4 });
  expect((await getGrid(actor, { importId })).acts).toMatchObject([{ kind: "leaveOut", hits: 4 }]);
});

test("of a discarded import no mend stays", async () => {
  const importId = await read();
  await mend(importId, cell(3, 2, "exit"));
  await check(importId);
  await discardImport(actor, { importId });
  expect(await inInstitution(actor, (tx) => tx.importMend.count())).toBe(0);
});

test("another university mends nothing of ours, and sees none of it", async () => {
  const importId = await read();
  await mend(importId, cell(3, 2, "exit"));
  const other = systemActor(await newTestInstitution());
  await expect(mend(importId, cell(3, 2, "entry"), other)).rejects.toThrow("notFound");
  await expect(getGrid(other, { importId })).rejects.toThrow("notFound");
  await expect(getGridRows(other, { importId, from: 0, to: null })).rejects.toThrow("notFound");
  await expect(takeMendBack(other, { importId, what: { act: 1 } })).rejects.toThrow("notFound");
});
