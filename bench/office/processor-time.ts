import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second, as Linux counts processor time in /proc. */
const TICKS = 100;

type Stat = { parent: string; seconds: number };

/** A process's parent, and the processor time of it and of its children that have ended (proc_pid_stat(5)). */
function statOf(pid: string): Stat | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: fields[1] ?? "", seconds: ticks / TICKS };
  } catch {
    return null;
  }
}

/**
 * Processor seconds that a database server and its processes have used so far; null where the system does not tell
 * (only Linux does). With the program's own they are the time on one core, however busy the machine is.
 */
export function serverSeconds(postmaster: string): number | null {
  const server = statOf(postmaster);
  if (server === null) return null;
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => statOf(pid) ?? [])
    .filter(({ parent }) => parent === postmaster);
  return children.reduce((sum, { seconds }) => sum + seconds, server.seconds);
}
