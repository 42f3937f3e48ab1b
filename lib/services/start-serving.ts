import "server-only";
import { assertServingRole } from "@/lib/db/serving-role";
import { closeQueue } from "@/lib/jobs/queue";
import { startWorkers } from "@/lib/jobs/workers";
import { log } from "@/lib/log/log";
import { resumeCommits } from "./imports/resume-commits";
import { jobs } from "./jobs";

/** What a serving process does before its first request. Ends the process where it must not serve. */
export async function startServing(): Promise<void> {
  try {
    await assertServingRole();
    await startWorkers(jobs);
    await resumeCommits();
  } catch (error) {
    log.fatal({ err: error }, "cannot serve");
    process.exit(1);
  }
  // ./start holds the other end; when it is killed, its database goes too, and the port must be free for the next.
  process.once("disconnect", () => process.exit(1));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void closeQueue());
  }
}
