"use server";

import { redirect } from "next/navigation";
import { formOutcome, textOf } from "@/app/form-outcome";
import type { FormOutcome } from "@/components/ui/form-outcome";
import { requireActor } from "@/lib/auth/actor";
import { withAsOf } from "@/lib/civil-date/as-of";
import { today } from "@/lib/clock/today";
import { AppError } from "@/lib/services/app-error";
import { addToDraft } from "@/lib/services/registrations/add-to-draft";
import { createDraft } from "@/lib/services/registrations/create-draft";
import { readSelection, searchOf } from "../read-selection";

/** Puts the chosen students on a new list, or on the draft that was picked; goes on to it. */
export async function startList(
  _before: FormOutcome<string>,
  form: FormData,
): Promise<FormOutcome<string>> {
  const actor = await requireActor();
  const asOf = textOf(form, "asOf");
  const outcome = await formOutcome(form, async () => {
    const selection = readSelection(searchOf(textOf(form, "selection")), today());
    if (selection === null) throw new AppError("invalid", "nobodyChosen");
    const listId = textOf(form, "listId");
    if (listId === "") return (await createDraft(actor, { selection, asOf })).id;
    await addToDraft(actor, { listId, selection });
    return listId;
  });
  if (outcome.kind === "done") redirect(withAsOf(`/registrations/${outcome.result}`, asOf));
  return outcome;
}
