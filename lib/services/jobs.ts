import "server-only";
import type { Job } from "@/lib/jobs/job";
import { assessNightly } from "./assessments/nightly";

/** All background work of the program: what its workers can do. */
export const jobs: readonly Job[] = [assessNightly];
