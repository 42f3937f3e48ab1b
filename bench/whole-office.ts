// Second part of npm run bench: assessing a whole office of 100,000 students from their packed facts, reading and writing
// included, beside a bare COPY of the same rows in the same database. `taskset -c 0 npm run bench` keeps program and
// database on one core.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { addDays } from "@/lib/civil-date/day";
import { assessDay } from "@/lib/services/assessments/assess-day";
import { prepareBareWriting, readBare, writeBare } from "./office/bare-copy";
import { openDatabase } from "./office/office-database";
import { AS_OF, addRows, fillOffice } from "./office/office-students";
import { serverSeconds } from "./office/processor-time";

const STUDENTS = 100_000;
const MOVED = 5_000;
const MEGABYTE = 1024 * 1024;

type Measured = { seconds: number; program: number; server: number | null; peak: number };

const database = await openDatabase();
const folder = mkdtempSync(join(tmpdir(), "sanak-bench-files-"));

/** Seconds gone by, processor seconds of the program and of the database, and the most megabytes that the program had. */
async function measured(work: () => Promise<void>): Promise<Measured> {
  let peak = process.memoryUsage.rss();
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const before = serverSeconds(database.postmaster);
  const cpu = process.cpuUsage();
  const from = performance.now();
  await work();
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(sampler);
  const after = serverSeconds(database.postmaster);
  return {
    seconds,
    program: (user + system) / 1e6,
    server: before === null || after === null ? null : after - before,
    peak: peak / MEGABYTE,
  };
}

/** What it costs on one core: processor time where it is known, which a busy machine does not change. */
function oneCore({ seconds, program, server }: Measured): number {
  return server === null ? seconds : program + server;
}

function tell(what: string, measure: Measured, bare: Measured | null): void {
  const { seconds, program, server, peak } = measure;
  const parts =
    server === null ? "" : ` (program ${program.toFixed(1)}, database ${server.toFixed(1)})`;
  const ratio =
    bare === null ? "" : `, ${(oneCore(measure) / oneCore(bare)).toFixed(1)} of the bare COPY`;
  console.log(
    `${what}: ${oneCore(measure).toFixed(1)} s of one core${parts}${ratio}; ${seconds.toFixed(1)} s by the clock; ${Math.round(peak)} MB at most`,
  );
}

try {
  const scope = { institutionId: uuidv7() };
  await fillOffice(database.owner, scope.institutionId, STUDENTS);
  // A first, small office warms up the program, as yesterday's work does.
  const small = { institutionId: uuidv7() };
  await fillOffice(database.owner, small.institutionId, 2_000);
  await assessDay(small, AS_OF);
  await database.owner.query("checkpoint");

  const first = await measured(() => assessDay(scope, AS_OF));
  const facts = join(folder, "facts");
  const rows = join(folder, "rows");
  await prepareBareWriting(database.owner, rows);
  await database.owner.query("checkpoint");
  const bare = await measured(async () => {
    await readBare(database.owner, facts);
    await writeBare(database.owner, rows);
  });
  console.log(`${STUDENTS} students of 60 crossings, from their packed facts:`);
  tell("a bare COPY of the facts out and of the assessments in", bare, null);
  tell("all students assessed, read and written", first, bare);
  await database.owner.query(
    'update institution set settings = \'{"kzCountingStart":"2025-12-01"}\'',
  );
  tell(
    "the same over the rows of the day, after another setting",
    await measured(() => assessDay(scope, AS_OF)),
    bare,
  );
  await addRows(database.owner, scope.institutionId, MOVED);
  tell(
    `the next day, with the facts of ${MOVED} students packed anew from their rows`,
    await measured(() => assessDay(scope, addDays(AS_OF, 1))),
    bare,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
  await database.end();
}
