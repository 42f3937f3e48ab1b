import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

type Holder = { pid: number; startedAt: string; address: string };

/** When the process began, in the kernel's own count: tells it from a later one with the same number. */
function startOf(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return null;
  }
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1) ?? "";
    return afterName.split(" ")[19] ?? "unknown";
  } catch {
    return "unknown"; // no /proc: the number alone must do
  }
}

function holderOf(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return null;
  }
}

function isAlive({ pid, startedAt }: Holder): boolean {
  return startOf(pid) === startedAt;
}

/**
 * Takes the data folder for this process, or throws with a sentence for the user. A lock whose process is gone (kill
 * -9, power cut) is taken over. Returns how to give it back.
 */
export async function lockDataFolder(folder: string, address: string): Promise<() => void> {
  const file = join(folder, "lock");
  const holder = holderOf(file);
  if (holder !== null && isAlive(holder)) {
    throw new Error(
      `Sanak already runs on this data (${folder}): ${holder.address}, process ${holder.pid}.`,
    );
  }
  rmSync(file, { force: true });
  const ours: Holder = { pid: process.pid, startedAt: startOf(process.pid) ?? "", address };
  try {
    writeFileSync(file, JSON.stringify(ours), { flag: "wx", mode: 0o600 });
  } catch (error) {
    throw new Error(`Another start has just taken ${folder}.`, { cause: error });
  }
  // Two starts may have found the same dead lock; the slower one has removed the other's.
  await wait(200);
  if (holderOf(file)?.pid !== process.pid)
    throw new Error(`Another start has just taken ${folder}.`);
  return () => rmSync(file, { force: true });
}
