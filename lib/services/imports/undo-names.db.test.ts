import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { today } from "@/lib/clock/today";
import { closeConnections } from "@/lib/db/connection";
import { ENTITY_TABLES } from "@/lib/db/import/before-images";
import { UNDO_ENTITIES, type UndoEntity } from "@/lib/db/import/undo-words";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { assessDay } from "../assessments/assess-day";
import { addDormitory } from "../office/dormitories";
import { getImport } from "./get-import";
import { takeBack } from "./take-back";
import {
  applyAll,
  DORMITORIES,
  edit,
  FACULTIES,
  FIRST,
  UPLOADS,
  upload,
  write,
} from "./test-any-history";
import { allowFaculties } from "./test-faculties";
import { everyFact } from "./test-whole-tables";
import { undoImport } from "./undo-import";
import { undoPreview } from "./undo-preview";

const ALL = 480_000;
const RUNS = 24;

beforeAll(() => {
  vi.stubEnv("SANAK_TODAY", "2025-11-15");
});
afterAll(closeConnections);

type Row = Readonly<Record<string, unknown>>;
type Rows = ReadonlyMap<string, Row>;
type Held = Readonly<Record<UndoEntity, Rows>>;

/** Says where a value came from, or is derived from other fields: no page tells of it. */
const UNTOLD = ["import_id", "import_row", "search_key"];

const isRow = (row: unknown): row is Row => typeof row === "object" && row !== null;

/** Every row that an import may write, by its key. */
async function held(actor: Actor): Promise<Held> {
  const tables = await everyFact(actor);
  const of = (entity: UndoEntity): Rows =>
    new Map(
      (tables[ENTITY_TABLES[entity]] ?? []).filter(isRow).map((row) => [String(row["id"]), row]),
    );
  return {
    student: of("student"),
    document: of("document"),
    crossing: of("crossing"),
    ground: of("ground"),
    residence: of("residence"),
    answer: of("answer"),
  };
}

/** Without documents of students whom the import added and who go: those go with their student and are not told apart. */
function toldOf(now: Held, before: Held, after: Held): Held {
  const told = [...now.document].filter(([, row]) => {
    const studentId = String(row["student_id"]);
    return before.student.has(studentId) || after.student.has(studentId);
  });
  return { ...now, document: new Map(told) };
}

const studentOf = (entity: UndoEntity, row: Row) => row[entity === "student" ? "id" : "student_id"];

/** The fields, by `row field`, that are others in `after` than in `before`, of rows that both have. */
function changedFields(before: Rows, after: Rows): Set<string> {
  const changed = new Set<string>();
  for (const [id, row] of after) {
    const was = before.get(id);
    if (was === undefined) continue;
    for (const field of Object.keys(row)) {
      if (!UNTOLD.includes(field) && row[field] !== was[field]) changed.add(`${id} ${field}`);
    }
  }
  return changed;
}

/** By kind of row, without kinds of which there is none. */
function counted(count: (entity: UndoEntity) => number): Record<string, number> {
  const counts = UNDO_ENTITIES.map((entity) => [entity, count(entity)] as const);
  return Object.fromEntries(counts.filter(([, number]) => number > 0));
}

const verdictsOf = async (actor: Actor) => {
  await assessDay(actor, today());
  const rows = await inInstitution(actor, (tx) => tx.assessment.findMany());
  return new Map(rows.map(({ studentId, verdict }) => [studentId, verdict]));
};

/** What four looks at the tables say that the undo of an import did, in the words of its page. */
function found(before: Held, written: Held, since: Held, after: Held) {
  const gone = (entity: UndoEntity) =>
    [...since[entity]].filter(([id]) => !after[entity].has(id)).map(([, row]) => row);
  const mended = (entity: UndoEntity) => changedFields(since[entity], after[entity]);
  const rowsOf = (fields: ReadonlySet<string>) =>
    new Set([...fields].map((name) => name.split(" ")[0] ?? ""));
  const students = new Set(
    UNDO_ENTITIES.flatMap((entity) => [
      ...gone(entity).map((row) => studentOf(entity, row)),
      ...[...rowsOf(mended(entity))].map((id) => studentOf(entity, after[entity].get(id) ?? {})),
    ]),
  );
  const staying = (entity: UndoEntity) =>
    [...written[entity].keys()].filter((id) => !before[entity].has(id) && after[entity].has(id));
  const unmended = (entity: UndoEntity) =>
    [...changedFields(before[entity], written[entity])].filter((name) => !mended(entity).has(name));
  return {
    removed: counted((entity) => gone(entity).length),
    restored: counted((entity) => rowsOf(mended(entity)).size),
    kept: counted((entity) => staying(entity).length + unmended(entity).length),
    students: students.size,
  };
}

/** The verdicts that are others, from and to and how often. */
function moved(before: ReadonlyMap<number, string>, after: ReadonlyMap<number, string>) {
  const changes: Record<string, number> = {};
  for (const [id, from] of before) {
    const to = after.get(id);
    if (to === undefined || to === from) continue;
    changes[`${from} ${to}`] = (changes[`${from} ${to}`] ?? 0) + 1;
  }
  return changes;
}

const KINDS = ["roster", "crossings", "grounds", "residents"] as const;

/** A file, and what is imported after it: more of its kind, the same once more, edits by hand. */
const fileAndLater = (kind: (typeof KINDS)[number]) =>
  fc.record({
    file: UPLOADS[kind],
    later: fc.array(fc.oneof(UPLOADS[kind], fc.constant("again" as const), edit), { maxLength: 3 }),
  });

test(
  "what the page of an undo names is what the undo then does, whatever happened before and since",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(upload, edit), { maxLength: 2 }),
        fc.oneof(...KINDS.map(fileAndLater)),
        async (history, { file, later }) => {
          const actor = systemActor(await newTestInstitution());
          await allowFaculties(actor, FACULTIES);
          for (const name of DORMITORIES)
            await addDormitory(actor, { name, address: name, manager: "" });
          await write(actor, FIRST);
          await applyAll(actor, history);
          const before = await held(actor);
          const [importId] = await applyAll(actor, [file]);
          if (importId === undefined) return;
          const written = await held(actor);
          const files = await applyAll(
            actor,
            later.map((step) => (step === "again" ? file : step)),
          );
          const since = await held(actor);
          const verdicts = await verdictsOf(actor);
          const { agreement, counts, kept, effect } = await undoPreview(actor, { importId });
          await undoImport(actor, { importId, agreement, inBackground: false });
          await takeBack(actor, importId);
          expect((await getImport(actor, { importId })).record.state).toBe("undone");
          const after = await held(actor);

          const told = (look: Held) => toldOf(look, before, after);
          expect(found(before, told(written), told(since), told(after))).toEqual(counts);
          const named = Object.fromEntries(
            effect.changes.map(({ from, to, count }) => [`${from} ${to}`, count]),
          );
          expect(moved(verdicts, await verdictsOf(actor))).toEqual(named);
          // What stays is named group by group, and a later file by its name.
          const groups = counted((entity) =>
            kept.reduce((sum, group) => sum + (group.entity === entity ? group.count : 0), 0),
          );
          expect(groups).toEqual(counts.kept);
          // What goes of students who stay although the file had added them is named field by field.
          const emptied = [...changedFields(since.student, after.student)]
            .map((name) => name.split(" "))
            .filter(([id = ""]) => !before.student.has(id))
            .map(([, field]) => field);
          const cleared = kept.flatMap((group) =>
            group.cleared.flatMap(({ field, count }) => Array.from({ length: count }, () => field)),
          );
          // And of their documents how many go.
          const theirs = [...since.document.values()].filter(
            ({ id, student_id: studentId }) =>
              !before.student.has(String(studentId)) &&
              after.student.has(String(studentId)) &&
              !after.document.has(String(id)),
          );
          const papers = theirs.map(() => "document_no");
          expect(cleared.toSorted()).toEqual([...emptied, ...papers].toSorted());
          for (const group of kept) {
            expect(group.students.length).toBeGreaterThan(0);
            if (group.reason === "inLaterFile") expect(files).toContain(group.importId);
          }
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
  },
  ALL,
);
