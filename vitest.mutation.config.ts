import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "");

/** The quick tests first: most mutants then die before the oracle is asked. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      ["/cases/", "/compliance/", "/oracle/"].findIndex((part, i) =>
        i === 1
          ? !moduleId.includes("/oracle/") && !moduleId.includes("/cases/")
          : moduleId.includes(part),
      );
    return [...files].sort((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId));
  }
}

/**
 * The engine's tests as `npm run mutate` runs them, thousands of times over: the same random students every time
 * (a mutant must not live or die by chance), fewer of them, and no test that starts another process.
 */
export default defineConfig({
  resolve: { alias: { "@": root, "fast-check": `${root}/fast-check.mutation.config.ts` } },
  test: {
    include: ["lib/compliance/**/*.test.ts", "scripts/docs/*.test.ts"],
    exclude: ["**/node_modules/**", "**/*-command.test.ts"],
    sequence: { sequencer: QuickFirst },
    env: {
      TZ: "Pacific/Kiritimati",
      SANAK_PROPERTY_RUNS: "60",
      SANAK_PROPERTY_SEED: "20250901",
    },
    testTimeout: 300_000,
  },
});
