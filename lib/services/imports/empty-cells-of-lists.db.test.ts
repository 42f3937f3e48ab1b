import { Readable } from "node:stream";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import type { ErasableField } from "@/lib/import/answers";
import type { ImportKind } from "@/lib/import/fields";
import { recordCrossing } from "../students/record-crossing";
import { commitImport } from "./commit-import";
import { getImport, getImportRows } from "./get-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { rereadImport } from "./reread-import";
import { takeBack } from "./take-back";
import { listsOfEachTest, studentIdOf } from "./test-dormitory-office";
import { wholeTables } from "./test-whole-tables";
import { undoImport } from "./undo-import";
import { undoPreview } from "./undo-preview";
import { writeImport } from "./write-import";

// Each file is read, compared and written on a real database.
vi.setConfig({ testTimeout: 60_000 });

const { office, lists } = listsOfEachTest();
afterAll(closeConnections);

const file = (kind: ImportKind, text: string) => ({
  kind,
  fileName: `${kind}.csv`,
  content: Readable.from([Buffer.from(text)]),
});
const load = (kind: ImportKind, text: string) => importFile(office.admin, file(kind, text));

/** Reads a file, tells it what erases, and leaves it to be looked at. */
async function review(
  kind: ImportKind,
  text: string,
  erase: ErasableField[] = [],
  mapping?: string[],
) {
  const importId = await receiveFile(office.admin, file(kind, text), false);
  await readFile(office.admin, importId);
  await rereadImport(office.admin, {
    ...{ importId, kind, mapping, answers: { erase } },
    inBackground: false,
  });
  await readFile(office.admin, importId);
  return importId;
}

async function write(importId: string): Promise<void> {
  await commitImport(office.admin, { importId, leaveOut: false, inBackground: false });
  await writeImport(office.admin, importId, null);
  expect((await getImport(office.admin, { importId })).record.state).toBe("committed");
}

async function undo(importId: string): Promise<void> {
  const { agreement } = await undoPreview(office.admin, { importId });
  await undoImport(office.admin, { importId, agreement, inBackground: false });
  await takeBack(office.admin, importId);
}

const told = async (importId: string) =>
  (await getImport(office.admin, { importId })).emptyColumns.map(
    ({ field, erasable, kept, erased, rows }) => [field, erasable, kept, erased, rows],
  );
const rowsOf = async (importId: string) =>
  (await getImportRows(office.admin, { importId, outcomes: [] })).map(({ outcome, changes }) => [
    outcome,
    ...changes.map(({ field, old, new: next }) => `${field}: ${old} → ${next}`),
  ]);
const countsOf = async (importId: string) =>
  (await getImport(office.admin, { importId })).record.counts;

describe("a list of grounds", () => {
  const HEAD = "student_no,kind,number,valid_from,valid_to,address,status,visa_type\n";
  const FULL = `${HEAD}S-1,visa,V1,2025-09-01,2026-01-31,Bishkek,granted,W1\n`;
  const EMPTY = `${HEAD}S-1,visa,V1,2025-09-01,,,granted,\n`;
  const held = () =>
    inInstitution(office.admin, async (tx) =>
      (await tx.ground.findMany()).map(({ validTo, address, visaType }) => [
        ...[validTo?.toISOString().slice(0, 10) ?? null, address, visaType],
      ]),
    );

  test("tells its empty cells, and that an end stays whatever a person ticks", async () => {
    await load("grounds", FULL);
    const importId = await review("grounds", EMPTY);
    expect(await told(importId)).toEqual([
      ["address", true, 1, 0, [2]],
      ["visa_type", true, 1, 0, [2]],
      ["valid_to", false, 1, 0, [2]],
    ]);
    expect(await countsOf(importId)).toEqual({ unchanged: 1 });
    expect(await held()).toEqual([["2026-01-31", "Bishkek", "W1"]]);
  });

  test("erases an address where it is told to, keeps the other columns, and the undo brings it back", async () => {
    await load("grounds", FULL);
    const before = await wholeTables(office.admin);
    const importId = await review("grounds", EMPTY, ["address"]);
    expect(await told(importId)).toEqual([
      ["address", true, 0, 1, [2]],
      ["visa_type", true, 1, 0, [2]],
      ["valid_to", false, 1, 0, [2]],
    ]);
    expect(await rowsOf(importId)).toEqual([["changed", "address: Bishkek → "]]);
    expect(await wholeTables(office.admin)).toEqual(before);
    await write(importId);
    expect(await held()).toEqual([["2026-01-31", "", "W1"]]);
    await undo(importId);
    expect(await wholeTables(office.admin)).toEqual(before);
  });

  test("says nothing of columns that it does not have", async () => {
    await load("grounds", FULL);
    const importId = await review(
      "grounds",
      "student_no,kind,number,valid_from,status\nS-1,visa,V1,2025-09-01,granted\n",
      ["address"],
    );
    expect(await told(importId)).toEqual([]);
    expect(await countsOf(importId)).toEqual({ unchanged: 1 });
  });
});

describe("a log of crossings", () => {
  const HEAD = "student_no,document_no,direction,at,checkpoint\n";
  const FULL = `${HEAD}S-1,N11111111,exit,2025-10-01,Ак-Жол\nS-2,,exit,2025-10-02,\n`;
  const EMPTY = `${HEAD}S-1,,exit,2025-10-01,\nS-2,,exit,2025-10-02,\n`;
  const held = (day: string) =>
    inInstitution(office.admin, async (tx) =>
      (
        await tx.crossing.findMany({ where: { day: new Date(day) }, orderBy: { direction: "asc" } })
      ).map(({ direction, checkpoint, documentNo }) => [direction, checkpoint, documentNo]),
    );

  test("tells its empty cells; the number of the document stays", async () => {
    await load("crossings", FULL);
    const before = await wholeTables(office.admin);
    const importId = await review("crossings", EMPTY);
    expect(await told(importId)).toEqual([
      ["checkpoint", true, 1, 0, [2]],
      ["document_no", false, 1, 0, [2]],
    ]);
    expect(await countsOf(importId)).toEqual({ unchanged: 2 });
    const erasing = await review("crossings", EMPTY, ["checkpoint"]);
    expect(await rowsOf(erasing)).toEqual([["changed", "checkpoint: Ак-Жол → "], ["unchanged"]]);
    await write(erasing);
    expect(await held("2025-10-01")).toEqual([["exit", "", "N11111111"]]);
    await undo(erasing);
    expect(await wholeTables(office.admin)).toEqual(before);
  });

  test("of a row with entry and exit each column speaks of its own crossing", async () => {
    await load(
      "crossings",
      "student_no,direction,at,checkpoint\nS-3,entry,2025-10-05,Манас\nS-3,exit,2025-10-09,Манас\n",
    );
    const rows =
      "№ студента,Дата въезда,Дата выезда,Пункт пропуска при въезде\nS-3,2025-10-05,2025-10-09,\n";
    const importId = await review(
      "crossings",
      rows,
      ["checkpoint"],
      [...["student_no", "entry_at", "exit_at", "entry_checkpoint"]],
    );
    expect(await rowsOf(importId)).toEqual([["changed", "checkpoint: Манас → "], ["unchanged"]]);
    await write(importId);
    expect(await held("2025-10-05")).toEqual([["entry", "", ""]]);
    expect(await held("2025-10-09")).toEqual([["exit", "Манас", ""]]);
  });

  test("what the office has entered itself is no exception", async () => {
    const studentId = await studentIdOf(office.admin, "S-1");
    await recordCrossing(office.admin, {
      ...{ studentId, direction: "exit", day: "2025-10-01", reason: "r" },
    });
    await inInstitution(office.admin, (tx) =>
      tx.crossing.updateMany({
        where: { day: new Date("2025-10-01") },
        data: { checkpoint: "Ош" },
      }),
    );
    const importId = await review("crossings", `${HEAD}S-1,,exit,2025-10-01 08:00,\n`);
    expect(await told(importId)).toEqual([["checkpoint", true, 1, 0, [2]]]);
    const erasing = await review("crossings", `${HEAD}S-1,,exit,2025-10-01 08:00,\n`, [
      "checkpoint",
    ]);
    expect(await rowsOf(erasing)).toEqual([["changed", "checkpoint: Ош → ", "at:  → 08:00"]]);
  });

  test("that is long erases as a short one does, from what its check has kept", async () => {
    const day = (n: number) => new Date(Date.UTC(2015, 0, 1 + n)).toISOString().slice(0, 10);
    const long = (checkpoint: string) =>
      `${HEAD}${Array.from({ length: 2100 }, (_, n) => `S-1,,${n % 2 ? "exit" : "entry"},${day(n)},${checkpoint}\n`).join("")}`;
    await load("crossings", long("Манас"));
    const importId = await review("crossings", long(""), ["checkpoint"]);
    expect(await countsOf(importId)).toEqual({ changed: 2100 });
    await write(importId);
    const left = await inInstitution(office.admin, (tx) =>
      tx.crossing.count({ where: { checkpoint: "Манас" } }),
    );
    expect(left).toBe(0);
  });
});

describe("a dormitory's list", () => {
  const HEAD = "student_no,dormitory,room,lives_from,lives_to\n";
  const homes = () =>
    inInstitution(office.admin, async (tx) =>
      (await tx.residence.findMany()).map(({ room, livesFrom, livesTo }) => [
        ...[room, livesFrom?.toISOString().slice(0, 10) ?? null],
        livesTo?.toISOString().slice(0, 10) ?? null,
      ]),
    );

  test("tells its empty cells within one stay, and erases where it is told to", async () => {
    await load("residents", `${HEAD}S-1,2,412,2025-09-01,2026-06-30\n`);
    const before = await wholeTables(office.admin);
    const importId = await review("residents", `${HEAD}S-1,2,,,\n`);
    expect(await told(importId)).toEqual([
      ["room", true, 1, 0, [2]],
      ["lives_from", true, 1, 0, [2]],
      ["lives_to", true, 1, 0, [2]],
    ]);
    const erasing = await review("residents", `${HEAD}S-1,2,,,\n`, ["room", "lives_to"]);
    expect(await rowsOf(erasing)).toEqual([["changed", "room: 412 → ", "livesTo: 2026-06-30 → "]]);
    await write(erasing);
    expect(await homes()).toEqual([["", "2025-09-01", null]]);
    await undo(erasing);
    expect(await wholeTables(office.admin)).toEqual(before);
  });

  test("without a column for it the end of the stay is told row by row", async () => {
    await load("residents", `${HEAD}S-1,2,412,2025-09-01,2026-06-30\n`);
    const importId = await lists.preview("student_no,dormitory,room\nS-1,2,412\n");
    expect((await lists.rows(importId)).map(({ codes }) => codes)).toEqual([["endStays"]]);
  });
});

describe("a roster's names and documents", () => {
  const HEAD =
    "student_no,last_name,first_name,middle_name,last_name_cyrillic,first_name_cyrillic,citizenship,document_no,document_type,document_expires\n";
  beforeEach(() =>
    load(
      "roster",
      `${HEAD}S-1,OMURBEKOVA,AIZADA,ASANOVNA,Өмүрбекова,Айзада,KZ,N11111111,passport,2030-01-01\n`,
    ),
  );

  test("are told where their cells are empty, and stay", async () => {
    const before = await wholeTables(office.admin);
    const importId = await review("roster", `${HEAD}S-1,OMURBEKOVA,AIZADA,,,,KZ,N11111111,,\n`);
    expect(await told(importId)).toEqual([
      ["middle_name", false, 1, 0, [2]],
      ["last_name_cyrillic", false, 1, 0, [2]],
      ["first_name_cyrillic", false, 1, 0, [2]],
      ["document_type", false, 1, 0, [2]],
      ["document_expires", false, 1, 0, [2]],
    ]);
    expect(await countsOf(importId)).toEqual({ unchanged: 1 });
    const without = await review(
      "roster",
      `${HEAD}S-1,OMURBEKOVA,AIZADA,ASANOVNA,Өмүрбекова,Айзада,KZ,,,\n`,
    );
    expect(await told(without)).toEqual([["document_no", false, 1, 0, [2]]]);
    expect(await wholeTables(office.admin)).toEqual(before);
  });

  test("a name in the other script is no empty cell", async () => {
    const importId = await review(
      "roster",
      "student_no,last_name,first_name,citizenship\nS-1,Өмүрбекова,Айзада,KZ\n",
    );
    expect(await told(importId)).toEqual([]);
  });
});
