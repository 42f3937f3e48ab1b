import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { dayText } from "./calendar";
import type { OracleRegime } from "./limits-by-citizenship";
import { filesFor, type NastyFiles } from "./nasty-files";
import type { OracleAnswer } from "./oracle";
import { askOracle, described, differences } from "./property";
import { readable, withoutRanges } from "./readable";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), "sanak-oracle-"));
const RUNS = Math.ceil(Number(process.env["SANAK_PROPERTY_RUNS"] ?? 1000) / 500);
const SEED = process.env["SANAK_PROPERTY_SEED"];
afterAll(() => rmSync(FOLDER, { recursive: true }));

/** The command's whole answer, parsed. */
function run(files: NastyFiles) {
  const paths = (["roster", "crossings", "grounds"] as const).flatMap((name) => {
    const path = join(FOLDER, `${name}.csv`);
    writeFileSync(path, files[name]);
    return [`--${name}`, path];
  });
  const year = files.academicYear === null ? [] : ["--academic-year", files.academicYear];
  const when = ["--as-of", dayText(files.asOf), "--regime", files.regime];
  const args = ["run", "-s", "assess", "--", ...paths, ...when, ...year];
  const { status, stdout, stderr } = spawnSync("npm", args, { cwd: ROOT, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(stdout);
}

const KEYS = [
  ...["studentNo", "citizenship", "inside", "insideSince", "lastExit", "protectedUntil"],
  ...["registrationDueOn", "readings", "headline", "verdict", "alerts", "dataProblems"],
];

/** What the contract prints of an answer; what has no oracle stays as the command has it. */
function printed(oracle: OracleAnswer, student: Record<string, unknown>) {
  const { readings, dataProblems, verdictAtLeast: _, ...rest } = readable(oracle);
  const shown = Object.entries(readings).map(([name, { reachedOn: _, ...one }]) => [name, one]);
  return { ...student, ...rest, readings: Object.fromEntries(shown), dataProblems };
}

function linesOf(problems: { code: string; at: string }[]): string[] {
  return problems.map(({ code, at }) => `${at} ${code}`).sort();
}

function expectAgreement(files: NastyFiles): void {
  const answer = run(files);
  expect(Object.keys(answer)).toEqual(["asOf", "regime", "students"]);
  expect([answer.asOf, answer.regime]).toEqual([dayText(files.asOf), files.regime]);
  expect(answer.students).toHaveLength(files.students.length);
  files.students.forEach(({ studentNo, question }, i) => {
    const student = answer.students[i];
    expect(Object.keys(student)).toEqual(KEYS);
    const oracle = askOracle(question);
    if (oracle === null) return;
    const command = { ...student, dataProblems: linesOf(student.dataProblems) };
    const { citizenship } = question.facts;
    const expected = { ...printed(oracle, student), studentNo, citizenship };
    const broken = oracle.dataProblems.some(({ code }) => code.includes("without"));
    const [printedNow, found] = [command, expected].map((one) =>
      broken ? withoutRanges(one, question) : one,
    );
    const differing = differences(printedNow, found, studentNo);
    if (differing.length === 0) return;
    throw new Error([described(question), ...differing].join("\n"));
  });
}

describe.each<OracleRegime>(["kg", "schengen", "kz", "ru"])(
  "npm run assess --regime %s",
  (regime) => {
    it("prints of random files what counting day by day finds", { timeout: 600_000 }, () => {
      const seed = SEED === undefined ? {} : { seed: Number(SEED) };
      // Each case is a process: the first failure is small enough, shrinking would take minutes.
      fc.assert(fc.property(filesFor(regime), expectAgreement), {
        numRuns: RUNS,
        endOnFailure: true,
        ...seed,
      });
    });
  },
);
