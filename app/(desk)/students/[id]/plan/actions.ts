"use server";

import { refresh } from "next/cache";
import { formOutcome, textOf } from "@/app/form-outcome";
import type { FormOutcome } from "@/components/ui/form-outcome";
import { requireActor } from "@/lib/auth/actor";
import { type RecordCrossingInput, recordCrossing } from "@/lib/services/students/record-crossing";

const FIELDS = ["studentId", "direction", "day", "minute", "reason"] as const;

/** Enters a crossing that the log lacks, tried out in a plan before. */
export async function recordMissingCrossing(
  _before: FormOutcome,
  form: FormData,
): Promise<FormOutcome> {
  const actor = await requireActor();
  // Text from a form; the service's schema decides what of it can be kept.
  const input = Object.fromEntries(FIELDS.map((name) => [name, textOf(form, name)]));
  const outcome = await formOutcome(form, async () => {
    await recordCrossing(actor, input as RecordCrossingInput);
    return null;
  });
  refresh();
  return outcome;
}
