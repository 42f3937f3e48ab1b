// What ./test does after everything is installed: runs all suites, whatever fails, and adds up what they report.
import { rmSync } from "node:fs";
import { buildApplication, generateClient } from "./start/build";
import { checks, type Outcome, playwright, step, vitest } from "./test/suites";

rmSync("test-results", { recursive: true, force: true });
const outcomes: Outcome[] = [];

outcomes.push(await step("client", generateClient));
outcomes.push(...(await checks()));
outcomes.push(await vitest("unit"));
outcomes.push(await vitest("db"));
outcomes.push(await step("build", buildApplication));
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
