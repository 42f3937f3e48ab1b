"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { formOutcome, textOf } from "@/app/form-outcome";
import type { FormOutcome } from "@/components/ui/form-outcome";
import { requireActor } from "@/lib/auth/actor";
import { mergePeople } from "@/lib/services/students/merge-people";

/** Makes the two records of the form one, and leads to what was done to it. */
export async function mergeTwo(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  const outcome = await formOutcome(form, () =>
    mergePeople(actor, {
      keptId: textOf(form, "keptId"),
      goneId: textOf(form, "goneId"),
      keptSeen: textOf(form, "keptSeen"),
      goneSeen: textOf(form, "goneSeen"),
      reason: textOf(form, "reason"),
    }),
  );
  if (outcome.kind === "done") redirect(`/students/${outcome.result.studentId}/record`);
  refresh();
  return outcome.kind === "refused" ? outcome : { kind: "fresh" };
}
