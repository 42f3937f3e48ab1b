import "server-only";
// Run by killed-jobs.db.test.ts as a process of its own: does what a serving process does when it is told to, until it is killed.
import { once } from "node:events";
import { startServing } from "../start-serving";

process.stdin.once("end", () => process.exit());
await once(process.stdin, "data");
await startServing();
