import { Readable } from "node:stream";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import type { ImportKind } from "@/lib/import/fields";
import { recordBorderCount } from "../students/border-counts";
import { recordCrossing } from "../students/record-crossing";
import { setCrossingAside } from "../students/set-crossing-aside";
import { getImport } from "./get-import";
import { importFile } from "./import-file";
import { takeBack } from "./take-back";
import { everyFact } from "./test-whole-tables";
import { undoImport } from "./undo-import";
import { undoPreview } from "./undo-preview";

const ALL = 240_000;
/** Each has some ten imports to write and to take back. */
const RUNS = 6;

afterAll(closeConnections);

type Upload = { kind: "roster" | "crossings" | "grounds"; rows: string[][] };
type Edit = { edit: "record" | "setAside" | "count"; pick: number; day: string };

const HEADINGS = {
  roster: "student_no,last_name,first_name,citizenship,faculty,phone,document_no,document_expires",
  crossings: "student_no,direction,at,checkpoint",
  grounds: "student_no,kind,number,valid_from,valid_to,address,status",
} as const;

const one = fc.constantFrom;
const students = fc.integer({ min: 1, max: 4 });
const days = one("2025-03-01", "2025-03-02", "2025-03-03");

const rosterRow = fc
  .tuple(
    students,
    one("", "Law", "Medicine"),
    one("", "1", "2"),
    one("", "N", "M"),
    one("", "2030-01-01", "2031-01-01"),
  )
  .map(([n, faculty, phone, letter, expires]) => [
    ...[`S-${n}`, `SURNAME${"ABCD"[n - 1]}`, "GIVEN", "KZ", faculty, phone],
    ...[letter && `${letter}0000000${n}`, letter && expires],
  ]);
const crossingRow = fc
  .tuple(students, one("entry", "exit"), days, one("", " 08:00"), one("", "Манас", "Ош"))
  .map(([n, direction, day, minute, checkpoint]) => [
    `S-${n}`,
    direction,
    day + minute,
    checkpoint,
  ]);
const groundRow = fc
  .tuple(
    students,
    one("visa", "dormitory"),
    one("1", "2"),
    days,
    one("", "2026-01-01", "2026-02-01"),
    one("", "A"),
    one("granted", "refused"),
  )
  .map(([n, ...rest]) => [`S-${n}`, ...rest]);

const upload: fc.Arbitrary<Upload> = fc.oneof(
  ...(
    [
      ["roster", rosterRow],
      ["crossings", crossingRow],
      ["grounds", groundRow],
    ] as const
  ).map(([kind, row]) =>
    fc.array(row, { minLength: 1, maxLength: 5 }).map((rows): Upload => ({ kind, rows })),
  ),
);
const edit: fc.Arbitrary<Edit> = fc.record({
  edit: one("record", "setAside", "count"),
  pick: fc.nat(9),
  day: days,
});

/** Writes a file but for its wrong rows and unknown students; null where there was nothing to write. */
async function write(actor: Actor, { kind, rows }: Upload): Promise<string | null> {
  const text = `${[HEADINGS[kind], ...rows.map((cells) => cells.join(","))].join("\n")}\n`;
  const content = Readable.from([Buffer.from(text)]);
  const file = { kind: kind satisfies ImportKind, fileName: `${kind}.csv`, content };
  const { id, state } = await importFile(actor, file, { leaveOut: true });
  return state === "committed" ? id : null;
}

/** Does by hand what the desk allows; a refusal (the crossing is known) is no edit. */
async function change(actor: Actor, { edit: what, pick, day }: Edit): Promise<void> {
  const held = await inInstitution(actor, async (tx) => ({
    students: await tx.student.findMany({ orderBy: { studentNo: "asc" } }),
    crossings: await tx.crossing.findMany({ orderBy: { id: "asc" } }),
  }));
  const studentId = held.students[pick % (held.students.length || 1)]?.id;
  const crossing = held.crossings[pick % (held.crossings.length || 1)];
  const done = async () => {
    if (what === "setAside" && crossing) {
      const refs = [String(crossing.id)];
      await setCrossingAside(actor, { studentId: crossing.studentId, refs, reason: "r" });
    } else if (what === "record" && studentId) {
      await recordCrossing(actor, { studentId, direction: "entry", day, reason: "r" });
    } else if (what === "count" && studentId) {
      await recordBorderCount(actor, { studentId, statedDays: pick, statedOn: day });
    }
  };
  await done().catch((error: Error & { code?: string }) => {
    if (error.code !== "conflict") throw error;
  });
}

/** Does all steps; returns the imports that were written, in turn. */
async function applyAll(actor: Actor, steps: readonly (Upload | Edit)[]): Promise<string[]> {
  const written: (string | null)[] = [];
  for (const step of steps) {
    if ("kind" in step) written.push(await write(actor, step));
    else await change(actor, step);
  }
  return written.filter((id) => id !== null);
}

/** Takes an import back as the page does; returns what it said would stay. */
async function undo(actor: Actor, importId: string) {
  const { agreement, kept } = await undoPreview(actor, { importId });
  await undoImport(actor, { importId, agreement, inBackground: false });
  await takeBack(actor, importId);
  expect((await getImport(actor, { importId })).record.state).toBe("undone");
  return kept;
}

const FIRST: Upload = {
  kind: "roster",
  rows: [1, 2, 3].map((n) => [`S-${n}`, `SURNAME${"ABCD"[n - 1]}`, "GIVEN", "KZ", "", "", "", ""]),
};

test(
  "after any history, the last imports taken back in turn leave every table as it was before them",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(upload, edit), { maxLength: 4 }),
        fc.array(upload, { minLength: 1, maxLength: 3 }),
        async (history, last) => {
          const actor = systemActor(await newTestInstitution());
          await write(actor, FIRST);
          await applyAll(actor, history);
          const before = await everyFact(actor);
          const written = await applyAll(actor, last);
          for (const id of written.toReversed()) expect(await undo(actor, id)).toEqual([]);
          expect(await everyFact(actor)).toEqual(before);
        },
      ),
      { numRuns: RUNS },
    );
  },
  ALL,
);

test(
  "an import that was changed since is taken back but for what it names, and nothing else stays",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        upload,
        fc.array(fc.oneof(upload, edit), { minLength: 1, maxLength: 3 }),
        async (file, since) => {
          const actor = systemActor(await newTestInstitution());
          await write(actor, FIRST);
          const before = await everyFact(actor);
          const [id] = await applyAll(actor, [file]);
          const later = await applyAll(actor, since);
          const kept = id === undefined ? [] : await undo(actor, id);
          for (const group of kept) expect(group.count).toBeGreaterThan(0);
          for (const other of later.toReversed()) await undo(actor, other);
          // Without edits by hand nothing stays in the end but students whom another file's rows needed.
          const byHand = since.some((step) => !("kind" in step));
          const needed = kept.some(({ reason }) => reason === "hasOtherFacts");
          if (!byHand && !needed) expect(await everyFact(actor)).toEqual(before);
        },
      ),
      { numRuns: RUNS },
    );
  },
  ALL,
);
