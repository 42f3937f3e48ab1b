"use server";

import { refresh } from "next/cache";
import { formOutcome } from "@/app/form-outcome";
import type { FormOutcome } from "@/components/ui/form-outcome";
import { requireActor } from "@/lib/auth/actor";
import { changeOffice } from "@/lib/services/office/change-office";
import { readAnswers } from "./read-answers";

/** Saves the answers that were changed; all others stay as they are. */
export async function saveAnswers(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  const outcome = await formOutcome(form, async () => {
    await changeOffice(actor, readAnswers(form));
    return null;
  });
  refresh();
  return outcome;
}
