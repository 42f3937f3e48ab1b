import "server-only";
import { execFile } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { canReach, type SystemAccount } from "./system-account";

const run = promisify(execFile);

/** Linux leads from here to the working folder, wherever it lies, without a walk through closed parents. */
const WORKING_FOLDER = "/proc/self/cwd";

/** How the account names the cluster's folder, given that its processes start inside it. */
export function folderSeenBy(account: SystemAccount | null, folder: string): string {
  return canReach(folder, account) ? folder : WORKING_FOLDER;
}

/** Makes the cluster once; an existing one is left alone. */
export async function initialise(
  binaries: string,
  folder: string,
  account: SystemAccount | null,
  ownerPassword: string,
): Promise<void> {
  if (existsSync(join(folder, "PG_VERSION"))) return;
  // A start that was cut short while it made the cluster left a folder that is of no use.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account !== null) chownSync(folder, account.uid, account.gid);
  const passwordFolder = mkdtempSync(join(tmpdir(), "sanak-"));
  const passwordFile = join(passwordFolder, "password");
  writeFileSync(passwordFile, `${ownerPassword}\n`, { mode: 0o600 });
  if (account !== null) {
    for (const path of [passwordFolder, passwordFile]) chownSync(path, account.uid, account.gid);
  }
  try {
    await run(
      join(binaries, "bin", "initdb"),
      [
        `--pgdata=${folderSeenBy(account, folder)}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // With the C locale of a bare environment Cyrillic has no upper and lower case.
        "--locale-provider=builtin",
        "--locale=C.UTF-8",
        "--lc-messages=C",
      ],
      { cwd: folder, ...account },
    );
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFolder, { recursive: true, force: true });
  }
}
