import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/**
 * The engine's tests as `npm run mutate` runs them, hundreds of times over: the same random students every time
 * (a mutant must not live or die by chance), fewer of them, and no test that starts another process.
 */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["lib/compliance/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/*-command.test.ts"],
    env: {
      TZ: "Pacific/Kiritimati",
      SANAK_PROPERTY_RUNS: "150",
      SANAK_PROPERTY_SEED: "20250901",
    },
    testTimeout: 60_000,
  },
});
