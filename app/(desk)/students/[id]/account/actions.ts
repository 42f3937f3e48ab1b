"use server";

import { refresh } from "next/cache";
import { formOutcome, textOf } from "@/app/form-outcome";
import type { BorderOutcome } from "@/components/students/border/border-desk";
import type { FormOutcome } from "@/components/ui/form-outcome";
import { requireActor } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/permissions";
import { recordBorderCount, removeBorderCount } from "@/lib/services/students/border-counts";

/** Keeps a number of days that the border service named, or removes one. */
export async function changeBorderCount(
  _before: FormOutcome<BorderOutcome>,
  form: FormData,
): Promise<FormOutcome<BorderOutcome>> {
  const actor = await requireActor();
  const outcome = await formOutcome(form, () =>
    textOf(form, "kind") === "remove" ? remove(actor, form) : record(actor, form),
  );
  refresh();
  return outcome;
}

async function remove(actor: Actor, form: FormData): Promise<BorderOutcome> {
  const id = Number(textOf(form, "id"));
  await removeBorderCount(actor, { studentId: textOf(form, "studentId"), id });
  return { done: "removed", id };
}

async function record(actor: Actor, form: FormData): Promise<BorderOutcome> {
  const { id } = await recordBorderCount(actor, {
    studentId: textOf(form, "studentId"),
    statedDays: textOf(form, "statedDays"),
    statedOn: textOf(form, "statedOn"),
    paper: textOf(form, "paper"),
    paperNo: textOf(form, "paperNo"),
    paperDate: textOf(form, "paperDate"),
    returnOn: textOf(form, "returnOn"),
    note: textOf(form, "note"),
  });
  return { done: "saved", id };
}
