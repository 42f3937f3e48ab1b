import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { newTestAccount } from "../access/test-account";
import { AppError } from "../app-error";
import { idOf, load, merge, undo } from "../students/test-records";
import { undoPersonChange } from "../students/undo-person-change";
import { undoImport } from "./undo-import";
import { undoPreview } from "./undo-preview";

afterAll(closeConnections);

const ROSTER = "student_no,last_name,first_name,citizenship,document_no";
const KEPT = "S-1,OMURALIEVA,GULZAT,KZ,N11111111";
const GONE = "S-2,OMURALIEVA,AIZADA,KZ,N22222222";

let actor: Actor;
let first: string;
let second: string;
beforeEach(async () => {
  actor = (await newTestAccount(await newTestInstitution(), "administrator")).actor;
  first = await load(actor, "roster", [ROSTER, KEPT], "a.csv");
  second = await load(actor, "roster", [ROSTER, GONE], "b.csv");
});

const held = () =>
  inInstitution(actor, async (tx) => ({
    students: (await tx.student.findMany({ orderBy: { studentNo: "asc" } })).map(
      ({ studentNo }) => studentNo,
    ),
    documents: (await tx.identityDocument.findMany({ orderBy: { number: "asc" } })).map(
      ({ number }) => number,
    ),
  }));

test("a roster whose student went into another one's record: the merge is named as what comes first", async () => {
  const changeId = await merge(actor, "S-1", "S-2");
  const { obstructed, counts, kept, people, agreement } = await undoPreview(actor, {
    importId: second,
  });
  expect({ obstructed, counts }).toMatchObject({
    obstructed: true,
    counts: { removed: {}, restored: {}, kept: { student: 1 } },
  });
  expect(kept).toMatchObject([{ entity: "student", reason: "merged", count: 1 }]);
  expect(people).toMatchObject([
    {
      kind: "merge",
      studentId: await idOf(actor, "S-1"),
      one: "S-1 OMURALIEVA GULZAT",
      other: "S-2 OMURALIEVA AIZADA",
      isObstacle: true,
    },
  ]);
  const before = await held();
  await expect(undoImport(actor, { importId: second, agreement })).rejects.toThrow(
    new AppError("conflict", "undoObstructed"),
  );
  expect(await held()).toEqual(before);
  await undoPersonChange(actor, { changeId });
  expect((await undo(actor, second)).obstructed).toBe(false);
  expect(await held()).toEqual({ students: ["S-1"], documents: ["N11111111"] });
});

test("the record that stood is not taken back with all that another one brought into it", async () => {
  const changeId = await merge(actor, "S-2", "S-1");
  const { obstructed, kept, people } = await undoPreview(actor, { importId: second });
  expect({ obstructed, kept, people }).toMatchObject({
    obstructed: true,
    kept: [
      { entity: "document", reason: "merged", count: 2 },
      { entity: "student", reason: "merged", count: 1 },
    ],
    people: [{ isObstacle: true }],
  });
  await undoPersonChange(actor, { changeId });
  await undo(actor, second);
  expect(await held()).toEqual({ students: ["S-1"], documents: ["N11111111"] });
});

test("a later roster with the number of the record that went holds it, and takes it along when it is undone", async () => {
  const changeId = await merge(actor, "S-1", "S-2");
  const later = await load(actor, "roster", [ROSTER, KEPT, GONE], "c.csv");
  expect((await undo(actor, second)).obstructed).toBe(false);
  expect(await held()).toEqual({ students: ["S-1"], documents: ["N11111111", "N22222222"] });
  await undoPersonChange(actor, { changeId });
  await undo(actor, first);
  expect((await held()).students).toEqual(["S-1", "S-2"]);
  await undo(actor, later);
  expect((await held()).students).toEqual([]);
});

test("nothing is taken back while all of a roster waits for another import", async () => {
  const log = await load(actor, "crossings", ["student_no,direction,at", "S-2,entry,2025-09-01"]);
  expect((await undoPreview(actor, { importId: second })).obstructed).toBe(true);
  await undo(actor, log);
  expect((await undo(actor, second)).obstructed).toBe(false);
  expect((await held()).students).toEqual(["S-1"]);
});
