// What ./test does after everything is installed: runs all suites, whatever fails, and adds up what they report.
import { rmSync } from "node:fs";
import { buildApplication, generateClient } from "./start/build";
import { checks, type Outcome, playwright, step, vitest } from "./test/suites";

rmSync("test-results", { recursive: true, force: true });
const outcomes: Outcome[] = [];

outcomes.push(await step("client", generateClient));
/** After the checks, which read the types that a build writes. */
const checksAndBuild = async () => [...(await checks()), await step("build", buildApplication)];

// What these do is mostly one thread's work, and fills what the unit tests leave of the processors. Database and
// browser tests run by themselves: some of them measure how long something takes.
const [unit, others] = await Promise.all([vitest("unit"), checksAndBuild()]);
outcomes.push(...others, unit);
outcomes.push(await vitest("db"));
outcomes.push(await playwright());

// Told again at the end, where whoever reads only the last lines finds it.
for (const { name, failures = [] } of outcomes) {
  for (const failure of failures) console.log(`\n── failed in ${name}: ${failure.slice(0, 4000)}`);
}

const total = { passed: 0, failed: 0 };
console.log("\n");
for (const { name, passed, failed, seconds } of outcomes) {
  console.log(
    `${failed === 0 ? "ok    " : "FAILED"} ${name.padEnd(13)} ${passed} passed, ${failed} failed, ${seconds.toFixed(0)} s`,
  );
  total.passed += passed;
  total.failed += failed;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
