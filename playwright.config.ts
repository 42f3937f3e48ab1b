import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

/** A port that nobody has, found once: Playwright's workers read this file again. */
async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return String(address.port);
}

/** A folder that goes when this process does, the server having stopped before. */
function passingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sanak-e2e-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** While tests are being written: SANAK_E2E_PORT and SANAK_E2E_DATA name a server that is kept running. */
const reuseExistingServer = process.env["SANAK_E2E_PORT"] !== undefined;
process.env["SANAK_E2E_PORT"] ??= await freePort();
process.env["SANAK_E2E_DATA"] ??= passingFolder();
const port = process.env["SANAK_E2E_PORT"];
const address = `http://localhost:${port}`;

/** The built application as a user would start it: its own database, the demonstration, a fixed day. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/browser",
  fullyParallel: true,
  forbidOnly: true,
  // Old and busy machines: a test that hangs still ends.
  timeout: 180_000,
  workers: 2,
  expect: { timeout: 30_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL: address,
    locale: "ru-RU",
    timezoneId: "Pacific/Kiritimati",
    // Traces of all tests would take a quarter of their time; of one that fails: npm run test:e2e -- NAME --trace on
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env["SANAK_CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "exec ./start --demo",
    url: `${address}/api/health`,
    timeout: 600_000,
    reuseExistingServer,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    env: {
      PORT: port,
      NEXTAUTH_URL: address,
      SANAK_DATA_DIR: process.env["SANAK_E2E_DATA"],
      SANAK_TODAY: "2025-11-15",
      DATABASE_URL: "",
    },
  },
});
