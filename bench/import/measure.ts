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
  /** The same by the processor time of the thread: what a busy machine adds is not the program's. */
  turn: number;
};

const MICROSECONDS = 1000;

function threadMilliseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / MICROSECONDS;
}

/** Watches for the longest turn of the event loop until it is asked for it. */
function watchTurns(): () => number {
  let longest = 0;
  let before = threadMilliseconds();
  const look = () => {
    const now = threadMilliseconds();
    longest = Math.max(longest, now - before);
    before = now;
  };
  const timer = setInterval(look, 1);
  return () => {
    clearInterval(timer);
    look();
    return longest;
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
  const longestTurn = watchTurns();
  const before = ofServer();
  const cpu = process.cpuUsage();
  const from = performance.now();
  await work();
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  loop.disable();
  const turn = longestTurn();
  const after = ofServer();
  return {
    seconds,
    program: (user + system) / 1e6,
    server: before === null || after === null ? null : after - before,
    peak: process.resourceUsage().maxRSS / KILOBYTES,
    blocked: loop.max / 1e6,
    turn,
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
    turn: Math.max(one.turn, other.turn),
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
  const { seconds, program, server, peak, blocked, turn } = measured;
  const ratios = beside
    ? `${(seconds / beside.yardstick.seconds).toFixed(2)} by the clock, ${(oneCore(measured) / oneCore(beside.yardstick)).toFixed(2)} of one core (at most ${beside.most.toFixed(1)}); `
    : "";
  const parts = server ? ` (program ${program.toFixed(1)}, database ${server.toFixed(1)})` : "";
  console.log(
    `${what}: ${ratios}${seconds.toFixed(2)} s, ${oneCore(measured).toFixed(1)} s of one core${parts}; ${Math.round(peak)} MB at most, longest block ${blocked.toFixed(0)} ms, at most ${turn.toFixed(0)} ms its own`,
  );
}
