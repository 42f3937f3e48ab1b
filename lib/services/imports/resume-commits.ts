import "server-only";
import { listImportIds } from "@/lib/db/import/imports";
import { inInstitution } from "@/lib/db/in-institution";
import { institutionIds } from "@/lib/db/institutions";
import { enqueue } from "@/lib/jobs/queue";

/**
 * Promises anew every commit that was promised and not done: the queue gives a job up after a few failures, and an
 * import that is being committed has no other way on. Where its job still lives, the later of the two finds it done.
 */
export async function resumeCommits(): Promise<void> {
  for (const institutionId of await institutionIds()) {
    const importIds = await inInstitution({ institutionId }, (tx) =>
      listImportIds(tx, "committing"),
    );
    for (const importId of importIds) {
      await enqueue("import.commit", { institutionId, importId, userId: null });
    }
  }
}
