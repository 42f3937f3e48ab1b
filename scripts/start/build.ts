import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runChild } from "./child";

const SOURCES = [
  "app",
  "components",
  "lib",
  "i18n",
  "messages",
  "public",
  "prisma/schema",
  "instrumentation.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
  "package-lock.json",
];
const SCHEMA = "prisma/schema";
const CLIENT = "lib/db/generated";

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** One number for the contents of all these files and folders. */
function hashOf(paths: string[]): string {
  const hash = createHash("sha256");
  const files = paths.flatMap(filesOf).filter((file) => !/\.test\.tsx?$/.test(file));
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/** Runs the step unless `stamp` says that it was done for the same sources. */
async function once(
  stamp: string,
  paths: string[],
  what: string,
  parameters: string[],
): Promise<void> {
  const hash = hashOf(paths);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  console.log(`sanak: ${what.toLowerCase()} …`);
  await runChild(what, parameters);
  writeFileSync(stamp, hash);
}

/** Makes the database client from the Prisma schema, where the schema has changed. */
export async function generateClient(): Promise<void> {
  mkdirSync(CLIENT, { recursive: true });
  await once(
    join(CLIENT, ".stamp"),
    [SCHEMA, "package-lock.json"],
    "Generating the database client",
    ["scripts/prisma.mjs", "generate"],
  );
}

/** Builds the application, where any of its sources has changed. */
export async function buildApplication(): Promise<void> {
  const folder = process.env["SANAK_DIST_DIR"] ?? ".next";
  mkdirSync(folder, { recursive: true });
  await once(join(folder, ".stamp"), SOURCES, "Building the application", [
    "node_modules/next/dist/bin/next",
    "build",
  ]);
}
