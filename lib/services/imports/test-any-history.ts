import "server-only";
import { Readable } from "node:stream";
import fc from "fast-check";
import type { Actor } from "@/lib/auth/permissions";
import { inInstitution } from "@/lib/db/in-institution";
import type { ImportKind } from "@/lib/import/fields";
import { recordBorderCount } from "../students/border-counts";
import { recordCrossing } from "../students/record-crossing";
import { setCrossingAside } from "../students/set-crossing-aside";
import { importFile } from "./import-file";

/** The faculties of which rosters speak; they must be allowed. */
export const FACULTIES = ["Law", "Medicine"] as const;

/** A file of a few rows. */
export type Upload = { kind: "roster" | "crossings" | "grounds" | "residents"; rows: string[][] };
/** What the desk does by hand. */
export type Edit = { edit: "record" | "setAside" | "count"; pick: number; day: string };

const HEADINGS = {
  roster: "student_no,last_name,first_name,citizenship,faculty,phone,document_no,document_expires",
  crossings: "student_no,direction,at,checkpoint",
  grounds: "student_no,kind,number,valid_from,valid_to,address,status",
  residents: "student_no,dormitory,room,lives_from,lives_to",
} as const;

/** The dormitories of which lists of residents speak; they must be there. */
export const DORMITORIES = ["Общежитие № 2", "Общежитие № 3"] as const;

const one = fc.constantFrom;
const students = fc.integer({ min: 1, max: 4 });
const days = one("2025-03-01", "2025-03-02", "2025-03-03");

const rosterRow = fc
  .tuple(
    students,
    one("", ...FACULTIES),
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

const residentRow = fc
  .tuple(
    students,
    one(...DORMITORIES),
    one("", "1", "2"),
    one("", "2025-03-02"),
    one("", "2026-01-01"),
  )
  .map(([n, ...rest]) => [`S-${n}`, ...rest]);

const upTo5 = (kind: Upload["kind"], row: fc.Arbitrary<string[]>): fc.Arbitrary<Upload> =>
  fc.array(row, { minLength: 1, maxLength: 5 }).map((rows) => ({ kind, rows }));

/** A file of each kind; those of residents need the dormitories. */
export const UPLOADS = {
  roster: upTo5("roster", rosterRow),
  crossings: upTo5("crossings", crossingRow),
  grounds: upTo5("grounds", groundRow),
  residents: upTo5("residents", residentRow),
} as const;
export const upload = fc.oneof(UPLOADS.roster, UPLOADS.crossings, UPLOADS.grounds);
export const edit: fc.Arbitrary<Edit> = fc.record({
  edit: one("record", "setAside", "count"),
  pick: fc.nat(9),
  day: days,
});

/** Writes a file but for its wrong rows and unknown students; null where there was nothing to write. */
export async function write(actor: Actor, { kind, rows }: Upload): Promise<string | null> {
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
export async function applyAll(actor: Actor, steps: readonly (Upload | Edit)[]): Promise<string[]> {
  const written: (string | null)[] = [];
  for (const step of steps) {
    if ("kind" in step) written.push(await write(actor, step));
    else await change(actor, step);
  }
  return written.filter((id) => id !== null);
}

/** A roster of three, with which every history begins. */
export const FIRST: Upload = {
  kind: "roster",
  rows: [1, 2, 3].map((n) => [`S-${n}`, `SURNAME${"ABCD"[n - 1]}`, "GIVEN", "KZ", "", "", "", ""]),
};
