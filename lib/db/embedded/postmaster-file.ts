import "server-only";
import { readFileSync, readlinkSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** False only where it is certain that the number now belongs to another program. */
function mayBePostgres(pid: number): boolean {
  try {
    return basename(readlinkSync(`/proc/${pid}/exe`)).startsWith("postgres");
  } catch {
    return true;
  }
}

/** The server that postmaster.pid of this folder names, if it is alive. */
function recordedServer(folder: string): number | null {
  try {
    const pid = Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[0]);
    return Number.isInteger(pid) && pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await wait(100);
  }
  return true;
}

/**
 * After a kill -9 of the program its database server lives on, or died with it and left its pid file. Ends the
 * former, clears the latter. Only for whoever holds the lock on the data folder.
 */
export async function endStrayServer(folder: string): Promise<void> {
  const pid = recordedServer(folder);
  if (pid === null) return;
  if (!isAlive(pid) || !mayBePostgres(pid)) {
    rmSync(join(folder, "postmaster.pid"), { force: true });
    return;
  }
  process.kill(pid, "SIGINT"); // fast shutdown
  if (await waitForEnd(pid, 30_000)) return;
  process.kill(pid, "SIGQUIT"); // at once; the next start recovers from the log
  if (await waitForEnd(pid, 10_000)) return;
  throw new Error(`A PostgreSQL server (process ${pid}) holds ${folder} and does not stop.`);
}
