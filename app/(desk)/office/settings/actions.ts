"use server";

import { refresh } from "next/cache";
import { formOutcome, textOf } from "@/app/form-outcome";
import type { FormOutcome } from "@/components/ui/form-outcome";
import { requireActor } from "@/lib/auth/actor";
import { addYear, changeYear, removeYear } from "@/lib/services/office/academic-years";
import { changeOffice } from "@/lib/services/office/change-office";
import { addDormitory, changeDormitory, removeDormitory } from "@/lib/services/office/dormitories";
import { takeHolidays } from "@/lib/services/office/take-holidays";
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

export const saveName: Action = async (_before, form) => {
  const actor = await requireActor();
  return sent(form, () => changeOffice(actor, { name: textOf(form, "name") }));
};

export const saveHolidays: Action = async (_before, form) => {
  const actor = await requireActor();
  const holidays = datesIn(textOf(form, "holidays"));
  return sent(form, () => changeOffice(actor, { holidays }));
};

export async function takeProposedHolidays(
  _before: FormOutcome<{ added: number }>,
  form: FormData,
): Promise<FormOutcome<{ added: number }>> {
  const actor = await requireActor();
  const outcome = await formOutcome(form, () =>
    takeHolidays(actor, { year: Number(textOf(form, "year")) }),
  );
  refresh();
  return outcome;
}

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
