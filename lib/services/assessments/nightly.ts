import "server-only";
import { today } from "@/lib/clock/today";
import { inInstitution } from "@/lib/db/in-institution";
import { institutionIds } from "@/lib/db/institutions";
import { defineJob } from "@/lib/jobs/job";
import { ensureAssessed } from "./ensure-assessed";

/** Most that the assessments of one institution may take: 100,000 students need minutes, not seconds. */
const LONGEST_MS = 30 * 60_000;

/** After midnight in Bishkek: the new day's assessments of every institution, before anyone asks for them. */
export const assessNightly = defineJob("assessment.nightly", async () => {
  for (const institutionId of await institutionIds()) {
    await inInstitution({ institutionId }, (tx) => ensureAssessed(tx, today()), LONGEST_MS);
  }
});
