import "server-only";
import type { Job } from "@/lib/jobs/job";
import { assessNightly } from "./assessments/nightly";
import { importCommit, importRead, importUndo } from "./imports/import-jobs";

/** All background work of the program: what its workers can do. */
export const jobs: readonly Job[] = [assessNightly, importRead, importCommit, importUndo];
