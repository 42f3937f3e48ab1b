import { monitorEventLoopDelay } from "node:perf_hooks";
import { serverSeconds } from "../office/processor-time";

const MEGABYTE = 1024 * 1024;

export type Measured = {
  seconds: number;
  /** Processor seconds of the program, and of the database where it is known. */
  program: number;
  server: number | null;
  /** The most megabytes that the program had, and what of them were there before. */
  peak: number;
  before: number;
  /** The longest time in milliseconds that nothing else of the program could run. */
  blocked: number;
};

/** What `work` takes. */
export async function measure(postmaster: string, work: () => Promise<void>): Promise<Measured> {
  globalThis.gc?.();
  const rssBefore = process.memoryUsage.rss();
  let peak = rssBefore;
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const before = serverSeconds(postmaster);
  const cpu = process.cpuUsage();
  const from = performance.now();
  await work();
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  loop.disable();
  clearInterval(sampler);
  const after = serverSeconds(postmaster);
  return {
    seconds,
    program: (user + system) / 1e6,
    server: before === null || after === null ? null : after - before,
    peak: peak / MEGABYTE,
    before: rssBefore / MEGABYTE,
    blocked: loop.max / 1e6,
  };
}

/** What it costs on one core, where the system tells; a busy machine does not change it. */
export function oneCore({ seconds, program, server }: Measured): number {
  return server === null ? seconds : program + server;
}

/** One line: what, seconds by the clock and of one core with their ratios to a yardstick, memory, blocks. */
export function tell(what: string, measured: Measured, yardstick?: Measured): void {
  const { seconds, program, server, peak, before, blocked } = measured;
  const parts =
    server === null ? "" : ` (program ${program.toFixed(1)}, database ${server.toFixed(1)})`;
  const ratios = yardstick
    ? `${(seconds / yardstick.seconds).toFixed(2)} by the clock, ${(oneCore(measured) / oneCore(yardstick)).toFixed(2)} of one core; `
    : "";
  console.log(
    `${what}: ${ratios}${seconds.toFixed(2)} s, ${oneCore(measured).toFixed(1)} s of one core${parts}; ${Math.round(peak)} MB at most (${Math.round(before)} before), longest block ${blocked.toFixed(0)} ms`,
  );
}
