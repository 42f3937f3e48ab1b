import "server-only";

/** Every kind of background work and what it is told. Rows are fetched by the job, never carried in it. */
export type JobData = {
  "import.read": { institutionId: string; importId: string; userId: string | null };
  "import.commit": { institutionId: string; importId: string; userId: string | null };
  "import.undo": { institutionId: string; importId: string; userId: string | null };
  /** Every midnight in Bishkek; works through all institutions. */
  "assessment.nightly": Record<string, never>;
};
export type JobName = keyof JobData;

export const JOB_NAMES = [
  "import.read",
  "import.commit",
  "import.undo",
  "assessment.nightly",
] as const satisfies readonly JobName[];

/** Background work with its name. Made by defineJob. */
export type Job = { name: JobName; run: (data: unknown) => Promise<void> };

/**
 * Says how a kind of work is done. `run` may be called again after it failed, or when the process died under it:
 * it must begin anew from what the database says, not from where it thinks it was.
 */
export function defineJob<Name extends JobName>(
  name: Name,
  run: (data: JobData[Name]) => Promise<void>,
): Job {
  // The queue gives back what enqueue put in under the same name.
  return { name, run: (data) => run(data as JobData[Name]) };
}
