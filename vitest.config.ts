import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const cores = availableParallelism();
const root = fileURLToPath(new URL(".", import.meta.url));
const shared = {
  resolve: {
    alias: {
      "@": root.replace(/\/$/, ""),
      // The package throws outside a React server; tests are one.
      "server-only": `${root}node_modules/server-only/empty.js`,
    },
  },
};

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          // Vitest leaves one core free by itself, which of two is half of the machine.
          maxWorkers: cores,
          setupFiles: ["scripts/test/same-draws.ts"],
          include: ["{app,components,lib,prisma,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts", "**/node_modules/**"],
          // A far time zone: a civil day that leans on the machine's clock fails here.
          env: { TZ: "Pacific/Kiritimati" },
          // Only what hangs: properties draw now and then a student with whom a brute-force count takes half a minute.
          testTimeout: 180_000,
        },
      },
      {
        ...shared,
        test: {
          name: "db",
          setupFiles: ["scripts/test/same-draws.ts", "lib/db/test-worker-database.ts"],
          include: ["{lib,prisma,scripts}/**/*.db.test.ts"],
          globalSetup: ["lib/db/test-database.ts"],
          // After the unit tests where both run: some of these measure how long a lock is held.
          sequence: { groupOrder: 1 },
          // More would only wait for each other's statements.
          maxWorkers: Math.min(cores, 3),
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
