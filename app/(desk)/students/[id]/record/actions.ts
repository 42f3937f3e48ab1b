"use server";

import { refresh } from "next/cache";
import { formOutcome, textOf } from "@/app/form-outcome";
import type { FormOutcome } from "@/components/ui/form-outcome";
import { requireActor } from "@/lib/auth/actor";
import { takeApartBack } from "@/lib/services/students/doubles";
import { undoPersonChange } from "@/lib/services/students/undo-person-change";

/** Takes a merge or a split of the student's record back. */
export async function undoChange(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  const outcome = await formOutcome(form, async () => {
    await undoPersonChange(actor, { changeId: textOf(form, "changeId") });
    return null;
  });
  refresh();
  return outcome;
}

/** Takes back that the two students of the form are two people. */
export async function mayBeOne(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  const outcome = await formOutcome(form, () =>
    takeApartBack(actor, {
      studentId: textOf(form, "studentId"),
      otherId: textOf(form, "otherId"),
    }),
  );
  refresh();
  return outcome;
}
