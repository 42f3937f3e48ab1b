import "server-only";
import { today } from "@/lib/clock/today";
import { institutionIds } from "@/lib/db/institutions";
import { defineJob } from "@/lib/jobs/job";
import { expireStagedFiles } from "../imports/expire-imports";
import { assessDay } from "./assess-day";

/**
 * After midnight in Bishkek: the new day's assessments of every institution, before anyone asks for them; then the files
 * go that were uploaded long ago and never written.
 */
export const assessNightly = defineJob("assessment.nightly", async () => {
  for (const institutionId of await institutionIds()) {
    await assessDay({ institutionId }, today());
  }
  for (const institutionId of await institutionIds()) {
    await expireStagedFiles({ institutionId }, new Date());
  }
});
