"use server";

import { redirect } from "next/navigation";
import { formOutcome, textOf } from "@/app/form-outcome";
import type { FormOutcome } from "@/components/ui/form-outcome";
import { requireActor } from "@/lib/auth/actor";
import { splitPerson } from "@/lib/services/students/split-person";

/** Makes a record for the other person of what was marked in the form, and leads to it. */
export async function splitOff(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  const text = (name: string) => textOf(form, name);
  const marked = (name: string) => form.getAll(name).map(String);
  const outcome = await formOutcome(form, () =>
    splitPerson(actor, {
      studentId: text("studentId"),
      studentNo: text("studentNo"),
      lastName: text("lastName"),
      firstName: text("firstName"),
      lastNameCyrillic: text("lastNameCyrillic"),
      firstNameCyrillic: text("firstNameCyrillic"),
      birthDate: text("birthDate"),
      citizenship: text("citizenship"),
      iin: text("iin"),
      documents: marked("documents"),
      crossings: marked("crossings"),
      grounds: marked("grounds"),
      borderCounts: marked("borderCounts"),
      leavesCrossings: text("leavesCrossings") === "yes",
      reason: text("reason"),
    }),
  );
  if (outcome.kind === "done") redirect(`/students/${outcome.result.studentId}/record`);
  return outcome;
}
