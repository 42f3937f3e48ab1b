import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { text } from "node:stream/consumers";

/** What one suite found, and what failed in its own words. A suite that ran nothing, or died, has failed once. */
export type Outcome = Counts & { name: string; seconds: number };

type Counts = { passed: number; failed: number; failures?: string[] };

async function run(command: string, parameters: string[]): Promise<boolean> {
  console.log(`\n── ${[command, ...parameters].join(" ")}`);
  const child = spawn(command, parameters, { stdio: ["ignore", "inherit", "inherit"] });
  const [status] = await once(child, "close");
  return status === 0;
}

/** Skipped tests count as failed: nothing here may be skipped. */
function outcome(name: string, started: number, well: boolean, counts: Counts | null): Outcome {
  const { passed, failed, failures = [] } = counts ?? { passed: 0, failed: 0 };
  const unexplained = failed === 0 && (!well || passed === 0) ? 1 : 0;
  const seconds = (performance.now() - started) / 1000;
  return { name, passed, failed: failed + unexplained, failures, seconds };
}

function report<T>(file: string, read: (json: T) => Counts): Counts | null {
  return existsSync(file) ? read(JSON.parse(readFileSync(file, "utf8")) as T) : null;
}

/** One step that either works or throws. */
export async function step(name: string, work: () => Promise<void>): Promise<Outcome> {
  const started = performance.now();
  try {
    await work();
    return outcome(name, started, true, { passed: 1, failed: 0 });
  } catch (error) {
    console.error(error);
    return outcome(name, started, false, null);
  }
}

/** What it prints is printed in one piece, since other suites run meanwhile, and told again where it fails. */
async function check(name: string, command: string, ...parameters: string[]): Promise<Outcome> {
  const started = performance.now();
  const child = spawn(command, parameters, { stdio: ["ignore", "pipe", "pipe"] });
  const [printed, complained, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  const said = `${printed}${complained}`;
  console.log(`\n── ${[command, ...parameters].join(" ")}\n${said}`);
  const well = status === 0;
  const counts = well ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, failures: [said] };
  return outcome(name, started, well, counts);
}

/** The parts of `npm run check`, each counted, one after the other. */
export async function checks(): Promise<Outcome[]> {
  return [
    await check("lint", "biome", "check", "."),
    await check("types", "tsc", "--noEmit"),
    await check("architecture", "node", "scripts/check-architecture.mjs"),
    await check("messages", "node", "scripts/check-messages.mjs"),
    await check("regimes", "npm", "run", "-s", "check-regimes"),
    await check("unused code", "knip"),
  ];
}

/** One of the projects of vitest.config.ts. */
export async function vitest(project: "unit" | "db"): Promise<Outcome> {
  const started = performance.now();
  const file = `test-results/${project}.json`;
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
  const well = await run("vitest", ["run", "--project", project, ...reporters]);
  type Test = { status: string; fullName: string; failureMessages: string[] };
  type Report = {
    numTotalTests: number;
    numPassedTests: number;
    testResults: { name: string; message: string; status: string; assertionResults: Test[] }[];
  };
  const counts = report<Report>(file, ({ numTotalTests, numPassedTests, testResults }) => ({
    passed: numPassedTests,
    failed: numTotalTests - numPassedTests,
    failures: testResults.flatMap(({ name, message, status, assertionResults }) => {
      const failed = assertionResults.filter((one) => one.status === "failed");
      if (status === "failed" && failed.length === 0) return [`${name}\n${message}`];
      return failed.map((one) => `${name}: ${one.fullName}\n${one.failureMessages.join("\n")}`);
    }),
  }));
  return outcome(`tests: ${project}`, started, well, counts);
}

/** The browser's journeys over the built application. */
export async function playwright(): Promise<Outcome> {
  const started = performance.now();
  const well = await run("playwright", ["test"]);
  type Report = {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  const counts = report<Report>("test-results/e2e.json", ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped,
  }));
  return outcome("tests: e2e", started, well, counts);
}
