"use server";

import { refresh } from "next/cache";
import { formOutcome, textOf } from "@/app/form-outcome";
import type { FormOutcome } from "@/components/ui/form-outcome";
import { requireActor } from "@/lib/auth/actor";
import { addYear, changeYear, removeYear } from "@/lib/services/office/academic-years";
import { type ChangeOfficeInput, changeOffice } from "@/lib/services/office/change-office";
import { addDormitory, changeDormitory, removeDormitory } from "@/lib/services/office/dormitories";
import { datesIn } from "./dates-in";

type Action = (before: FormOutcome, form: FormData) => Promise<FormOutcome>;

async function sent(form: FormData, run: () => Promise<unknown>): Promise<FormOutcome> {
  const outcome = await formOutcome(form, async () => {
    await run();
    return null;
  });
  refresh();
  return outcome;
}

const idOf = (form: FormData) => Number(textOf(form, "id"));
const yearOf = (form: FormData) => ({ from: textOf(form, "from"), to: textOf(form, "to") });
const dormitoryOf = (form: FormData) => ({
  name: textOf(form, "name"),
  address: textOf(form, "address"),
  manager: textOf(form, "manager"),
});

export const saveSettings: Action = async (_before, form) => {
  const actor = await requireActor();
  // Text from a form; the service's schema decides what of it is an answer.
  const input = {
    name: textOf(form, "name"),
    readings: form.getAll("readings"),
    kzCountingStart: textOf(form, "kzCountingStart"),
    reentryAfterDays: Number(textOf(form, "reentryAfterDays")),
    unconfirmedLimit: textOf(form, "unconfirmedLimit"),
    holidays: datesIn(textOf(form, "holidays")),
  } as ChangeOfficeInput;
  return sent(form, () => changeOffice(actor, input));
};

export const saveNewYear: Action = async (_before, form) => {
  const actor = await requireActor();
  return sent(form, () => addYear(actor, yearOf(form)));
};

export const saveYear: Action = async (_before, form) => {
  const actor = await requireActor();
  return sent(form, () => changeYear(actor, { id: idOf(form), ...yearOf(form) }));
};

export const takeYearAway: Action = async (_before, form) => {
  const actor = await requireActor();
  return sent(form, () => removeYear(actor, { id: idOf(form) }));
};

export const saveNewDormitory: Action = async (_before, form) => {
  const actor = await requireActor();
  return sent(form, () => addDormitory(actor, dormitoryOf(form)));
};

export const saveDormitory: Action = async (_before, form) => {
  const actor = await requireActor();
  return sent(form, () => changeDormitory(actor, { id: idOf(form), ...dormitoryOf(form) }));
};

export const takeDormitoryAway: Action = async (_before, form) => {
  const actor = await requireActor();
  return sent(form, () => removeDormitory(actor, { id: idOf(form) }));
};
