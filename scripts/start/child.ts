import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

const running = new Set<ChildProcess>();

/** Ends the step that is under way, if any. */
export function stopChildren(): void {
  for (const child of running) child.kill("SIGTERM");
}

/** Runs one step in a process of its own and returns what it printed; throws when it fails. */
export async function runChild(
  what: string,
  parameters: string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const child = spawn(process.execPath, parameters, {
    stdio: ["ignore", "pipe", "inherit"],
    env: environment,
  });
  running.add(child);
  const [printed, [status]] = await Promise.all([text(child.stdout), once(child, "close")]);
  running.delete(child);
  if (status !== 0) {
    process.stderr.write(printed);
    throw new Error(`${what} failed; the reason is above.`);
  }
  return printed;
}
