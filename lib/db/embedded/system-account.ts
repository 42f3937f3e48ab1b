import "server-only";
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";

export type SystemAccount = { uid: number; gid: number };

const NAME = "sanak";
const COPIES = "/var/lib/sanak";

function numberOf(flag: "-u" | "-g"): number | null {
  try {
    return Number(execFileSync("id", [flag, NAME], { encoding: "utf8", stdio: "pipe" }));
  } catch {
    return null;
  }
}

function find(): SystemAccount | null {
  const uid = numberOf("-u");
  const gid = numberOf("-g");
  return uid === null || gid === null ? null : { uid, gid };
}

/**
 * PostgreSQL refuses to run as root. Then it runs as the system account `sanak`, which is made on first use.
 * Null: we are not root, and PostgreSQL runs as we do.
 */
export function databaseAccount(): SystemAccount | null {
  if (process.getuid?.() !== 0) return null;
  const known = find();
  if (known !== null) return known;
  const options = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"];
  try {
    execFileSync("useradd", [...options, NAME], { stdio: "pipe" });
  } catch {
    throw new Error(
      `PostgreSQL does not run as root, and the system account "${NAME}" could not be made. Start Sanak as an ordinary user, make that account, or set DATABASE_URL.`,
    );
  }
  const made = find();
  if (made === null) throw new Error(`the system account "${NAME}" was made but cannot be found`);
  return made;
}

function maySearch(folder: string, { uid, gid }: SystemAccount): boolean {
  const { mode, uid: owner, gid: group } = statSync(folder);
  if (owner === uid) return (mode & 0o100) !== 0;
  return (mode & (group === gid ? 0o010 : 0o001)) !== 0;
}

/** Whether the account can walk down to a folder: false where it lies in root's own home, for instance. */
export function canReach(folder: string, account: SystemAccount | null): boolean {
  if (account === null) return true;
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (!maySearch(at, account)) return false;
    if (at === dirname(at)) return true;
  }
}

/** The same binaries where the account can reach them: in place if possible, else a copy under /var/lib/sanak. */
export function reachable(binaries: string, account: SystemAccount | null): string {
  if (canReach(join(binaries, "bin"), account)) return binaries;
  const { version } = JSON.parse(readFileSync(join(binaries, "..", "package.json"), "utf8"));
  const copy = join(COPIES, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(COPIES, { recursive: true, mode: 0o755 });
  cpSync(binaries, unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error; // another start was quicker
  }
  return copy;
}
