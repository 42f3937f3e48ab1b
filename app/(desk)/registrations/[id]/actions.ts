"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { formOutcome, textOf } from "@/app/form-outcome";
import type { FormOutcome } from "@/components/ui/form-outcome";
import { requireActor } from "@/lib/auth/actor";
import { describeDraft } from "@/lib/services/registrations/describe-draft";
import { discardDraft } from "@/lib/services/registrations/discard-draft";
import { fileList } from "@/lib/services/registrations/file-list";
import { takeOffDraft } from "@/lib/services/registrations/take-off-draft";

type Action = (before: FormOutcome, form: FormData) => Promise<FormOutcome>;

async function sent(form: FormData, run: () => Promise<unknown>): Promise<FormOutcome> {
  const outcome = await formOutcome(form, async () => {
    await run();
    return null;
  });
  refresh();
  return outcome;
}

const referencesOf = (form: FormData) => ({
  petition: textOf(form, "petition"),
  representative: textOf(form, "representative"),
  powerOfAttorney: textOf(form, "powerOfAttorney"),
});
const listOf = (form: FormData) => textOf(form, "listId");

/** The pressed button names the students: one, or several apart by commas. */
export const takeOff: Action = async (_before, form) => {
  const actor = await requireActor();
  const studentIds = textOf(form, "studentId").split(",").map(Number);
  return sent(form, () => takeOffDraft(actor, { listId: listOf(form), studentIds }));
};

export const describe: Action = async (_before, form) => {
  const actor = await requireActor();
  return sent(form, () => describeDraft(actor, { listId: listOf(form), ...referencesOf(form) }));
};

export const file: Action = async (_before, form) => {
  const actor = await requireActor();
  return sent(form, () =>
    fileList(actor, {
      listId: listOf(form),
      asOf: textOf(form, "asOf"),
      fingerprint: textOf(form, "fingerprint"),
      papersAtHand: textOf(form, "papersAtHand") === "yes",
      ...referencesOf(form),
    }),
  );
};

export const discard: Action = async (_before, form) => {
  const actor = await requireActor();
  const outcome = await formOutcome(form, () => discardDraft(actor, { listId: listOf(form) }));
  if (outcome.kind === "done") redirect("/registrations");
  return outcome;
};
