import "server-only";
import { listImportIds } from "@/lib/db/import/imports";
import { inInstitution } from "@/lib/db/in-institution";
import { institutionIds } from "@/lib/db/institutions";
import { enqueue } from "@/lib/jobs/queue";

const PROMISED = [
  { state: "uploaded", job: "import.read" },
  { state: "reading", job: "import.read" },
  { state: "committing", job: "import.commit" },
  { state: "undoing", job: "import.undo" },
] as const;

/**
 * Promises anew every reading, commit and undo that was promised and not done: the queue gives a job up after a few
 * failures, and the import has no other way on. Where its job still lives, the later of the two finds it done.
 */
export async function resumeCommits(): Promise<void> {
  for (const institutionId of await institutionIds()) {
    for (const { state, job } of PROMISED) {
      const importIds = await inInstitution({ institutionId }, (tx) => listImportIds(tx, state));
      for (const importId of importIds) {
        await enqueue(job, { institutionId, importId, userId: null });
      }
    }
  }
}
