import { globSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { MutantCoverage } from "@stryker-mutator/api/core";
import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from "@stryker-mutator/api/test-runner";
import { BARE, loadTestsFrom } from "./module-hooks.ts";
import { beginFile, type RegisteredTest, registered } from "./test-words.ts";

/** What Stryker's changed code reads and writes. */
type Switchboard = {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: MutantCoverage;
};

const TIMES = "test-times.json";
/** A test that takes no longer than this, in milliseconds, is worth asking first where it has just killed another. */
const QUICK = 300;
/** Fewer tests find fewer mutants, but sooner: the score is then a lower bound. */
const TESTS = process.env["SANAK_MUTATION_TESTS"]?.split(",") ?? [
  "lib/compliance/**/*.test.ts",
  "scripts/docs/*.test.ts",
];
/** Tests that start other processes do not see the mutant. */
const APART = /-command\.test\.ts$/;

const globals = globalThis as { __stryker__?: Switchboard };
globals.__stryker__ ??= {};
const switchboard = globals.__stryker__;

/** Loads every test; those that were loaded before are forgotten. */
async function load(ending: "" | typeof BARE): Promise<void> {
  registered.length = 0;
  for (const file of globSync(TESTS).sort()) {
    if (APART.test(file)) continue;
    beginFile(file);
    await import(pathToFileURL(resolve(file)).href + ending);
  }
}

/** What is wrong, or null. */
async function failureOf({ body }: RegisteredTest): Promise<string | null> {
  try {
    await body();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 2000) : String(error);
  }
}

/** A test with the mutant switched on; endless: the mutant was reached absurdly often and stopped. */
async function underMutant(
  options: MutantRunOptions,
  one: RegisteredTest,
): Promise<{ failure: string | null; isEndless: boolean }> {
  const { activeMutant } = options;
  // Stryker's limit is a hundred times what all tests together need; this is for one test.
  const hitLimit = options.hitLimit === undefined ? undefined : options.hitLimit / 20;
  Object.assign(switchboard, { hitCount: 0, hitLimit, activeMutant: activeMutant.id });
  const failure = await failureOf(one);
  const isEndless = hitLimit !== undefined && (switchboard.hitCount ?? 0) > hitLimit;
  Object.assign(switchboard, { hitCount: undefined, activeMutant: undefined });
  return { failure, isEndless };
}

/**
 * Runs the engine's tests inside Stryker's own process: they are loaded once, and for each mutant only those that reach
 * it run, the last killers and the quickest first, up to the first that fails. A kill counts only if the same
 * test passes right afterwards without the mutant: else something of the mutant has stayed behind.
 */
class InProcessRunner implements TestRunner {
  private readonly times = new Map<string, number>();
  private isBare = false;
  private killers: string[] = [];

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    process.env["SANAK_PROPERTY_RUNS"] ??= "20";
    process.env["SANAK_PROPERTY_SEED"] = "20250901";
    process.env["TZ"] = "Pacific/Kiritimati";
    loadTestsFrom(process.cwd());
    try {
      const times: [string, number][] = JSON.parse(readFileSync(TIMES, "utf8"));
      for (const [id, time] of times) this.times.set(id, time);
    } catch {
      // The first process of a run has no times yet: it measures them.
    }
  }

  async dryRun(): Promise<DryRunResult> {
    await load("");
    const tests: TestResult[] = [];
    for (const one of registered) {
      switchboard.currentTestId = one.id;
      // The processor's time, not the clock's: a busy machine must not change the order.
      const from = process.cpuUsage();
      const failure = await failureOf(one);
      const { user, system } = process.cpuUsage(from);
      const timeSpentMs = (user + system) / 1000;
      this.times.set(one.id, timeSpentMs);
      const result = { id: one.id, name: one.name, fileName: resolve(one.file), timeSpentMs };
      tests.push(
        failure === null
          ? { ...result, status: TestStatus.Success }
          : { ...result, status: TestStatus.Failed, failureMessage: failure },
      );
    }
    switchboard.currentTestId = undefined;
    writeFileSync(TIMES, JSON.stringify([...this.times]));
    const mutantCoverage = switchboard.mutantCoverage ?? { static: {}, perTest: {} };
    return {
      status: DryRunStatus.Complete,
      tests,
      mutantCoverage: structuredClone(mutantCoverage),
    };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    if (!this.isBare) await load(BARE);
    this.isBare = true;
    const wanted = new Set(options.testFilter ?? registered.map(({ id }) => id));
    const tests = registered.filter(({ id }) => wanted.has(id)).sort((a, b) => this.order(a, b));
    let nrOfTests = 0;
    for (const one of tests) {
      nrOfTests++;
      const { failure, isEndless } = await underMutant(options, one);
      if (failure === null) continue;
      if (isEndless) return { status: MutantRunStatus.Timeout, reason: "it would not end" };
      const remains = await this.failureWithout(one);
      if (remains !== null) throw new Error(`${one.id} fails without the mutant too: ${remains}`);
      this.remember(one.id);
      const killed = { killedBy: [one.id], failureMessage: failure, nrOfTests };
      return { status: MutantRunStatus.Killed, ...killed };
    }
    return { status: MutantRunStatus.Survived, nrOfTests };
  }

  /** Keeps the quick tests that killed last. */
  private remember(killer: string): void {
    if ((this.times.get(killer) ?? 0) > QUICK) return;
    this.killers = [killer, ...this.killers.filter((id) => id !== killer)].slice(0, 8);
  }

  /** The engine remembers the last student it was asked about: another one is asked first. */
  private async failureWithout(one: RegisteredTest): Promise<string | null> {
    const [first] = registered;
    if (first !== undefined) await failureOf(first);
    return failureOf(one);
  }

  private order(a: RegisteredTest, b: RegisteredTest): number {
    const [rankA, rankB] = [a, b].map(({ id }) => this.killers.indexOf(id) >>> 0);
    if (rankA !== rankB) return (rankA ?? 0) - (rankB ?? 0);
    return (this.times.get(a.id) ?? 0) - (this.times.get(b.id) ?? 0);
  }
}

function createRunner(): InProcessRunner {
  return new InProcessRunner();
}
createRunner.inject = [] as const;

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, "in-process", createRunner),
];
