"use server";

import { refresh } from "next/cache";
import { formOutcome, textOf } from "@/app/form-outcome";
import { controlOf } from "@/components/students/file/residence-control";
import type { FormOutcome } from "@/components/ui/form-outcome";
import { requireActor } from "@/lib/auth/actor";
import { type ResidenceInput, updateResidence } from "@/lib/services/students/update-residence";

const FIELDS = [
  "studentId",
  "route",
  "dormitoryId",
  "room",
  "address",
  "ownerName",
  "ownerDocument",
  "consentNotary",
  "consentNumber",
  "consentDate",
  "technicalPassportNo",
  "contractNo",
  "contractDate",
  "feeReceipt",
] as const;

/** Keeps what the registrar entered of a student's residence. */
export async function saveResidence(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  // Text from a form; the service's schema decides what of it can be kept.
  const input = Object.fromEntries(FIELDS.map((name) => [name, textOf(form, controlOf(name))]));
  const outcome = await formOutcome(form, async () => {
    await updateResidence(actor, input as ResidenceInput);
    return null;
  });
  refresh();
  return outcome;
}
