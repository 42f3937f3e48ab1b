import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { NODE_FLAGS } from "./node-flags";

const STOP_SECONDS = 10;

export type Server = {
  /** Settles with its exit status when the process has ended. */
  ended: Promise<number>;
  /** Asks it to end, and makes it. */
  stop: () => Promise<void>;
};

async function answersWell(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/api/health`)).ok;
  } catch {
    return false;
  }
}

async function stop(process: ChildProcess, ended: Promise<number>): Promise<void> {
  process.kill("SIGTERM");
  const late = wait(STOP_SECONDS * 1000, "late", { ref: false });
  if ((await Promise.race([ended, late])) === "late") process.kill("SIGKILL");
  await ended;
}

/** Starts the built application and returns once it answers. */
export async function serve(port: number, environment: NodeJS.ProcessEnv): Promise<Server> {
  const process_ = spawn(
    process.execPath,
    [...NODE_FLAGS, "node_modules/next/dist/bin/next", "start", "--port", String(port)],
    // Its own process group: Ctrl-C reaches ./start, which stops things in their order. The channel tells it when
    // ./start is gone without having been able to stop it (lib/services/start-serving.ts).
    { stdio: ["ignore", "inherit", "inherit", "ipc"], env: environment, detached: true },
  );
  let running = true;
  const ended = once(process_, "exit").then(([code]) => {
    running = false;
    return typeof code === "number" ? code : 1;
  });
  while (!(await answersWell(`http://127.0.0.1:${port}`))) {
    if (!running) throw new Error("The application did not start; the reason is above.");
    await wait(200);
  }
  return { ended, stop: () => stop(process_, ended) };
}
