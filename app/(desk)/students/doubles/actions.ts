"use server";

import { refresh } from "next/cache";
import { formOutcome, textOf } from "@/app/form-outcome";
import type { FormOutcome } from "@/components/ui/form-outcome";
import { requireActor } from "@/lib/auth/actor";
import { tellApart } from "@/lib/services/students/doubles";

/** Keeps that the two students of the form are two people. */
export async function keepTwoPeople(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  const outcome = await formOutcome(form, () =>
    tellApart(actor, { studentId: textOf(form, "studentId"), otherId: textOf(form, "otherId") }),
  );
  refresh();
  return outcome;
}
