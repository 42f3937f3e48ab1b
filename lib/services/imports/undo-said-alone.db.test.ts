import { Readable } from "node:stream";
import fc from "fast-check";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { mergePeople } from "../students/merge-people";
import { getImport } from "./get-import";
import { importFile } from "./import-file";
import { takeBack } from "./take-back";
import { FACULTIES, UPLOADS, write } from "./test-any-history";
import { allowFaculties } from "./test-faculties";
import { undoImport } from "./undo-import";
import { undoPreview } from "./undo-preview";

// Each roster is read, compared, written and taken back on a real database.
vi.setConfig({ testTimeout: 120_000 });

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
  await allowFaculties(actor, FACULTIES);
});
afterAll(closeConnections);

const HEAD = "student_no,last_name,first_name,citizenship,birth_date,faculty,phone\n";

async function load(name: string, rows: string): Promise<string> {
  const content = Readable.from([Buffer.from(HEAD + rows)]);
  const record = await importFile(actor, { kind: "roster", fileName: name, content });
  expect(record.state).toBe("committed");
  return record.id;
}

async function undo(importId: string, of = actor) {
  const preview = await undoPreview(of, { importId });
  await undoImport(of, { importId, agreement: preview.agreement, inBackground: false });
  await takeBack(of, importId);
  expect((await getImport(of, { importId })).record.state).toBe("undone");
  return preview;
}

const students = () =>
  inInstitution(actor, async (tx) =>
    (await tx.student.findMany({ orderBy: { studentNo: "asc" } })).map((one) => [
      ...[one.studentNo, one.birthDate?.toISOString().slice(0, 10) ?? null, one.faculty, one.phone],
    ]),
  );

test("who is in a later roster too stays; what only the first one had said goes, and both are named before", async () => {
  const first = await load(
    "roster-1.csv",
    "S-1,OMURBEKOVA,AIZADA,KZ,2004-03-15,Medicine,555111\nS-2,IVANOV,PETR,KZ,,Law,555222\nS-3,LI,WEI,CN,,Law,\n",
  );
  const second = await load(
    "roster-2.csv",
    "S-1,OMURBEKOVA,AIZADA,KZ,,Medicine,\nS-2,IVANOV,PETR,KZ,,Law,555222\n",
  );
  const { counts, kept } = await undo(first);
  expect(counts).toMatchObject({
    removed: { student: 1 },
    restored: { student: 1 },
    kept: { student: 2 },
  });
  expect(kept).toMatchObject([
    {
      ...{ entity: "student", reason: "inLaterFile", field: null, count: 2 },
      ...{ importId: second, fileName: "roster-2.csv", writtenAt: expect.any(Date) },
      cleared: [
        { field: "birth_date", count: 1 },
        { field: "phone", count: 1 },
      ],
    },
  ]);
  expect(kept[0]?.students).toHaveLength(2);
  expect(await students()).toEqual([
    ["S-1", null, "Medicine", ""],
    ["S-2", null, "Law", "555222"],
  ]);
  // The later file is the one that brought them now.
  await undo(second);
  expect(await students()).toEqual([]);
});

test("what a later file has changed, or erased, is its own and stays so", async () => {
  const first = await load("roster-1.csv", "S-1,OMURBEKOVA,AIZADA,KZ,2004-03-15,Medicine,555111\n");
  await load("roster-2.csv", "S-1,OMURBEKOVA,AIZADA,KZ,,Law,\n");
  await load("roster-3.csv", "S-1,OMURBEKOVA,AIZADA,KZ,,,555999\n");
  const { kept } = await undo(first);
  expect(kept[0]?.cleared).toEqual([{ field: "birth_date", count: 1 }]);
  expect(await students()).toEqual([["S-1", null, "Law", "555999"]]);
});

test.each([
  ["changed", "555999", "555999"],
  ["said again", "555111", "555111"],
])(
  "what the first roster said and the third %s goes with these two, though the second one stays",
  async (_said, phone, held) => {
    const first = await load("roster-1.csv", "S-1,OMURBEKOVA,AIZADA,KZ,2004-03-15,Law,555111\n");
    const second = await load("roster-2.csv", "S-1,OMURBEKOVA,AIZADA,KZ,,Law,\n");
    const third = await load("roster-3.csv", `S-1,OMURBEKOVA,AIZADA,KZ,,Law,${phone}\n`);
    await undo(first);
    expect(await students()).toEqual([["S-1", null, "Law", held]]);
    await undo(third);
    expect(await students()).toEqual([["S-1", null, "Law", ""]]);
    await undo(second);
    expect(await students()).toEqual([]);
  },
);

const WITH_PAPERS = HEAD.replace("faculty,phone", "document_no");
async function loadPapers(name: string, rows: string, kind: "roster" | "crossings" = "roster") {
  const head = kind === "roster" ? WITH_PAPERS : "student_no,direction,at,document_no\n";
  const content = Readable.from([Buffer.from(head + rows)]);
  const record = await importFile(actor, { kind, fileName: name, content });
  expect(record.state).toBe("committed");
  return record.id;
}
const papers = () =>
  inInstitution(actor, async (tx) =>
    (await tx.identityDocument.findMany({ orderBy: { number: "asc" } })).map(
      ({ number }) => number,
    ),
  );

test("of who stays because of a later roster the documents go that only the first one had, and that is named before", async () => {
  const first = await loadPapers(
    "roster-1.csv",
    "S-1,OMURBEKOVA,AIZADA,KZ,2004-03-15,N11111111\nS-2,IVANOV,PETR,KZ,2004-03-16,N22222222\nS-3,LI,WEI,CN,2004-03-17,N33333333\n",
  );
  const second = await loadPapers(
    "roster-2.csv",
    "S-1,OMURBEKOVA,AIZADA,KZ,2004-03-15,\nS-2,IVANOV,PETR,KZ,2004-03-16,N 22222222\n",
  );
  const third = await loadPapers("roster-3.csv", "S-1,OMURBEKOVA,AIZADA,KZ,2004-03-15,N44444444\n");
  const { counts, kept } = await undo(first);
  expect(counts).toMatchObject({
    removed: { student: 1, document: 1 },
    kept: { student: 2, document: 1 },
  });
  expect(kept).toMatchObject([
    { entity: "document", reason: "inLaterFile", importId: second, count: 1 },
    { entity: "student", cleared: [{ field: "document_no", count: 1 }] },
  ]);
  expect(await papers()).toEqual(["N22222222", "N44444444"]);
  await undo(third);
  expect(await papers()).toEqual(["N22222222"]);
  await undo(second);
  expect(await papers()).toEqual([]);
});

test("a document that a crossing names stays, and so do those of who stays for other facts, which is said", async () => {
  const first = await loadPapers(
    "roster-1.csv",
    "S-1,OMURBEKOVA,AIZADA,KZ,2004-03-15,N11111111\nS-2,IVANOV,PETR,KZ,2004-03-16,N22222222\n",
  );
  await loadPapers("roster-2.csv", "S-1,OMURBEKOVA,AIZADA,KZ,2004-03-15,\n");
  const log = await loadPapers(
    "log.csv",
    "S-1,entry,2025-09-01,n11111111\nS-2,entry,2025-09-01,\n",
    "crossings",
  );
  const { kept } = await undoPreview(actor, { importId: first });
  expect(
    kept.map(({ entity, reason, importId, count }) => [entity, reason, importId === log, count]),
  ).toEqual([
    ["document", "hasOtherFacts", true, 1],
    ["document", "inCrossings", true, 1],
    ["student", "hasOtherFacts", true, 1],
    ["student", "inLaterFile", false, 1],
  ]);
  await undo(log);
  await undo(first);
  expect(await papers()).toEqual([]);
});

test("of records that were merged since every field stays", async () => {
  const first = await load("roster-1.csv", "S-1,OMURBEKOVA,AIZADA,KZ,2004-03-15,Medicine,555111\n");
  await load("roster-2.csv", "S-1,OMURBEKOVA,AIZADA,KZ,,,\nS-9,OTHER,PERSON,KZ,,,\n");
  const [one, other] = await inInstitution(actor, (tx) =>
    tx.student.findMany({ orderBy: { studentNo: "asc" } }),
  );
  if (one === undefined || other === undefined) throw new Error("two students are there");
  await mergePeople(actor, {
    ...{ keptId: one.id, goneId: other.id, reason: "r" },
    ...{ keptSeen: one.factsVersion, goneSeen: other.factsVersion },
  });
  expect((await undo(first)).kept[0]?.cleared).toEqual([]);
  expect(await students()).toEqual([["S-1", "2004-03-15", "Medicine", "555111"]]);
});

test("whatever three rosters say: without the others the students are as any of them alone would have made them", async () => {
  const factsOf = (of: Actor) =>
    inInstitution(of, (tx) =>
      tx.student.findMany({
        orderBy: { studentNo: "asc" },
        select: { studentNo: true, lastName: true, faculty: true, phone: true },
      }),
    );
  const roster = UPLOADS.roster;
  await fc.assert(
    fc.asyncProperty(
      fc.array(roster, { minLength: 2, maxLength: 3 }),
      fc.nat(2),
      fc.boolean(),
      async (rosters, pick, isBackwards) => {
        const stays = pick % rosters.length;
        const [all, alone] = [
          systemActor(await newTestInstitution()),
          systemActor(await newTestInstitution()),
        ];
        await allowFaculties(all, FACULTIES);
        await allowFaculties(alone, FACULTIES);
        const written: (string | null)[] = [];
        for (const one of rosters) written.push(await write(all, one));
        const one = rosters[stays];
        if (one) await write(alone, one);
        const gone = written.flatMap((id, at) => (id === null || at === stays ? [] : id));
        for (const id of isBackwards ? gone.toReversed() : gone) await undo(id, all);
        expect(await factsOf(all)).toEqual(await factsOf(alone));
      },
    ),
    { numRuns: 16 },
  );
});
