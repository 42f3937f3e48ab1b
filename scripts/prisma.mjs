// Prisma's command line without its native engine, which it would otherwise try to download.
// generate, validate and format only check that the file exists; they never start it.
import { spawnSync } from "node:child_process";

const { status } = spawnSync("npx", ["--no-install", "prisma", ...process.argv.slice(2)], {
  stdio: "inherit",
  env: {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    ...process.env,
  },
});
process.exitCode = status ?? 1;
