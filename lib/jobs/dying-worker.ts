import "server-only";
// Run by queue.db.test.ts as a process of its own: takes a job, says so, and never finishes it.
import { defineJob } from "./job";
import { startWorkers } from "./workers";

await startWorkers([
  defineJob("assessment.nightly", async () => {
    process.stdout.write("begun\n");
    await new Promise(() => undefined);
  }),
]);
