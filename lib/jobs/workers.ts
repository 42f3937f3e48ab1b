import "server-only";
import { log } from "@/lib/log/log";
import type { Job } from "./job";
import { queue } from "./queue";

const NIGHTLY = "assessment.nightly";

/** Lets this process work through the queue, one job of a kind at a time. Called once a process, at its start. */
export async function startWorkers(jobs: readonly Job[]): Promise<void> {
  const boss = await queue();
  for (const { name, run } of jobs) {
    await boss.work(name, { notifyPollingIntervalSeconds: 2 }, async (batch) => {
      for (const { id, data } of batch) {
        try {
          await run(data);
        } catch (error) {
          log.error({ err: error, job: name, id }, "job failed");
          // The queue keeps what is thrown, with PostgreSQL's detail of the row; only the message may stay.
          throw new Error(error instanceof Error ? error.message : String(error));
        }
      }
    });
  }
  if (jobs.some(({ name }) => name === NIGHTLY)) {
    await boss.schedule(NIGHTLY, "0 0 * * *", {}, { tz: "Asia/Bishkek" });
  }
}
