// npm run bench:import: importing logs of crossings by the product's own way, each in a process of its own, beside what
// psql's \\copy of the same rows takes (through pg-copy-streams, from a file, into a table with the same indexes and foreign
// key in the same database); and reading a workbook beside bare inflate. SANAK_BENCH_ROWS and SANAK_BENCH_STUDENTS say how many
// crossings (200,000) of how many students (20,000); SANAK_BENCH_CASES which cases: log, assessed, workbook.
import { execFileSync } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { systemActor } from "@/lib/auth/system-actor";
import { importFile } from "@/lib/services/imports/import-file";
import { NODE_FLAGS } from "@/scripts/start/node-flags";
import { writeCrossings, writeRoster, writeWorkbook } from "./import/made-files";
import { type Measured, measure, tell, together } from "./import/measure";
import { copyBare, keepRows, prepareBare } from "./import/yardstick";
import { openDatabase } from "./office/office-database";

const rows = Number(process.env["SANAK_BENCH_ROWS"] ?? 200_000);
const students = Number(process.env["SANAK_BENCH_STUDENTS"] ?? 20_000);
const cases = (process.env["SANAK_BENCH_CASES"] ?? "log,assessed,workbook").split(",");
const SHEET_ROWS = 200_000;
/** The second case: what an office has after a month at the border. */
const MONTH = { rows: 300_000, students: 20_000 };
const WARM_UP = { rows: 20_000, students: 2_000 };

const database = await openDatabase();
const folder = mkdtempSync(join(tmpdir(), "sanak-bench-files-"));
const { owner, postmaster } = database;
const file = (name: string) => join(folder, name);

async function settle(): Promise<void> {
  await owner.query("vacuum analyze");
  await owner.query("checkpoint");
}

/** What a script of this bench prints, run as a process of its own, with the flags that the application has. */
function run(script: string, args: readonly string[]): Record<string, Measured> {
  const path = join(import.meta.dirname, "import", script);
  const flags = [...NODE_FLAGS, "--import", "tsx", "--conditions=react-server", path];
  const stdio = ["ignore", "pipe", "inherit"] as const;
  const printed = execFileSync(process.execPath, [...flags, ...args], {
    encoding: "utf8",
    stdio: [...stdio],
  });
  return JSON.parse(printed.trim().split("\n").at(-1) ?? "{}") as Record<string, Measured>;
}

/** A university with its students and nothing else. */
async function office(of: number): Promise<string> {
  const { institutionId, ...actor } = systemActor(uuidv7());
  await owner.query("insert into institution (id, name) values ($1, 'Bench')", [institutionId]);
  const roster = file(`roster-${of}.csv`);
  await writeRoster(roster, of);
  const content = createReadStream(roster);
  const record = await importFile(
    { ...actor, institutionId },
    { kind: "roster", fileName: "roster.csv", content },
  );
  if (record.state !== "committed") throw new Error(JSON.stringify(record.problem));
  return institutionId;
}

async function emptyLogs(): Promise<void> {
  await owner.query("truncate crossing, import_block, packed_facts, assessment, assessment_run");
}

type LogCase = { written: Measured; assessed: Measured };

/** Imports a log into an office after a short one into another, which warms the program up. */
async function importLog(log: string, institutionId: string, counts: object): Promise<LogCase> {
  const other = await office(WARM_UP.students);
  await settle();
  const { written, assessed } = run("log-case.ts", [
    file("warm-up.csv"),
    other,
    log,
    institutionId,
    JSON.stringify(counts),
    postmaster,
  ]);
  if (!written || !assessed) throw new Error("the case printed nothing");
  return { written, assessed };
}

/** The yardstick: the crossings that stand in the table now, in the order of their log. */
async function bareCopy(institutionId: string): Promise<Measured> {
  await keepRows(owner, file("rows"), institutionId);
  await prepareBare(owner);
  await settle();
  return await measure(postmaster, () => copyBare(owner, file("rows")));
}

async function logCases(): Promise<void> {
  await writeCrossings(file("utf-8.csv"), "utf-8", { rows, students });
  await writeCrossings(file("1251.csv"), "windows-1251", { rows, students });
  const institutionId = await office(students);
  const first = await importLog(file("utf-8.csv"), institutionId, { new: rows });
  const again = await importLog(file("utf-8.csv"), institutionId, { unchanged: rows });
  const bare = await bareCopy(institutionId);
  await emptyLogs();
  const from1251 = await importLog(file("1251.csv"), await office(students), { new: rows });
  console.log(`${rows} crossings of ${students} students:`);
  tell("bare COPY", bare);
  tell("from UTF-8, beside the bare COPY", first.written, { yardstick: bare, most: 1 });
  tell("the same file again, beside the first time", again.written, {
    yardstick: first.written,
    most: 0.6,
  });
  tell("from Windows-1251, beside UTF-8", from1251.written, {
    yardstick: first.written,
    most: 1.1,
  });
}

async function assessedCase(): Promise<void> {
  await emptyLogs();
  await writeCrossings(file("month.csv"), "utf-8", MONTH);
  const institutionId = await office(MONTH.students);
  const { written, assessed } = await importLog(file("month.csv"), institutionId, {
    new: MONTH.rows,
  });
  const bare = await bareCopy(institutionId);
  console.log(`${MONTH.rows} crossings, and the re-assessment of ${MONTH.students} students:`);
  tell("bare COPY", bare);
  const both = together(written, assessed);
  tell("imported and assessed, beside the bare COPY", both, { yardstick: bare, most: 1.5 });
  tell("of that, the assessment", assessed);
}

async function workbookCase(): Promise<void> {
  writeWorkbook(file("log.xlsx"), { rows: SHEET_ROWS, students: 20_000 });
  const { inflated, read } = run("workbook-case.ts", [file("log.xlsx"), String(SHEET_ROWS)]);
  if (!inflated || !read) throw new Error("the case printed nothing");
  console.log(`${SHEET_ROWS} rows of a workbook:`);
  tell("bare inflate", inflated);
  tell("read and checked, beside bare inflate", read, { yardstick: inflated, most: 6 });
}

try {
  await writeCrossings(file("warm-up.csv"), "utf-8", WARM_UP);
  if (cases.includes("log")) await logCases();
  if (cases.includes("assessed")) await assessedCase();
  if (cases.includes("workbook")) await workbookCase();
} finally {
  rmSync(folder, { recursive: true, force: true });
  await database.end();
}
