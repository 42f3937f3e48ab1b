import { monitorEventLoopDelay } from "node:perf_hooks";
import { serverSeconds } from "../office/processor-time";

const KILOBYTES = 1024;

export type Measured = {
  seconds: number;
  /** Processor seconds of the program, and of the database where it is known. */
  program: number;
  server: number | null;
  /** The most megabytes that the program had since its start, its own code among them. */
  peak: number;
  /** The longest time in milliseconds that nothing else of the program could run, by the clock. */
  blocked: number;
  /** What of the processor the main thread took at most between two turns of its loop, in milliseconds: a busy machine does not change it. */
  held: number;
};

const TURN_MS = 5;

/** Watches how much processor time passes between two turns of the event loop; `end` tells the most, in milliseconds. */
function watchTurns(): { end: () => number } {
  let most = 0;
  let last = process.threadCpuUsage();
  const look = () => {
    const { user, system } = process.threadCpuUsage(last);
    last = process.threadCpuUsage();
    most = Math.max(most, (user + system) / 1000);
  };
  const timer = setInterval(look, TURN_MS);
  return {
    end: () => {
      clearInterval(timer);
      return most;
    },
  };
}

/** What `work` takes. `postmaster`: the process of the database's server, where one has a part in it. */
export async function measure(
  postmaster: string | null,
  work: () => Promise<unknown>,
): Promise<Measured> {
  const ofServer = () => (postmaster === null ? 0 : serverSeconds(postmaster));
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const turns = watchTurns();
  const before = ofServer();
  const cpu = process.cpuUsage();
  const from = performance.now();
  await work();
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  loop.disable();
  const held = turns.end();
  const after = ofServer();
  return {
    seconds,
    program: (user + system) / 1e6,
    server: before === null || after === null ? null : after - before,
    peak: process.resourceUsage().maxRSS / KILOBYTES,
    blocked: loop.max / 1e6,
    held,
  };
}

/** Two pieces of work, one after the other. */
export function together(one: Measured, other: Measured): Measured {
  return {
    seconds: one.seconds + other.seconds,
    program: one.program + other.program,
    server: one.server === null || other.server === null ? null : one.server + other.server,
    peak: Math.max(one.peak, other.peak),
    blocked: Math.max(one.blocked, other.blocked),
    held: Math.max(one.held, other.held),
  };
}

/** What it costs on one core, where the system tells; a busy machine does not change it. */
export function oneCore({ seconds, program, server }: Measured): number {
  return server === null ? seconds : program + server;
}

/** A yardstick, and the most that the work may take of it. */
export type Beside = { yardstick: Measured; most: number };

/** One line: what, its ratios to a yardstick by the clock and of one core, both in seconds, memory, blocks. */
export function tell(what: string, measured: Measured, beside?: Beside): void {
  const { seconds, program, server, peak, blocked, held } = measured;
  const ratios = beside
    ? `${(seconds / beside.yardstick.seconds).toFixed(2)} by the clock, ${(oneCore(measured) / oneCore(beside.yardstick)).toFixed(2)} of one core (at most ${beside.most.toFixed(1)}); `
    : "";
  const parts = server ? ` (program ${program.toFixed(1)}, database ${server.toFixed(1)})` : "";
  console.log(
    `${what}: ${ratios}${seconds.toFixed(2)} s, ${oneCore(measured).toFixed(1)} s of one core${parts}; ${Math.round(peak)} MB at most, longest block ${blocked.toFixed(0)} ms by the clock, ${held.toFixed(0)} ms of the processor`,
  );
}
