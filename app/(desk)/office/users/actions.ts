"use server";

import { refresh } from "next/cache";
import { formOutcome, textOf } from "@/app/form-outcome";
import type { NewPassword } from "@/components/office/one-time-password";
import type { FormOutcome } from "@/components/ui/form-outcome";
import { requireActor } from "@/lib/auth/actor";
import type { Locale, Role } from "@/lib/auth/permissions";
import { changeRole } from "@/lib/services/access/change-role";
import { createAccount } from "@/lib/services/access/create-account";
import { disableAccount, enableAccount } from "@/lib/services/access/disable-account";
import { resetPassword } from "@/lib/services/access/reset-password";

export async function addUser(
  _before: FormOutcome<NewPassword>,
  form: FormData,
): Promise<FormOutcome<NewPassword>> {
  const actor = await requireActor();
  const outcome = await formOutcome(form, async () => {
    const email = textOf(form, "email");
    const { password } = await createAccount(actor, {
      email,
      name: textOf(form, "name"),
      role: textOf(form, "role") as Role,
      locale: textOf(form, "locale") as Locale,
    });
    return { email, password };
  });
  refresh();
  return outcome;
}

export async function setRole(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  const outcome = await formOutcome(form, () =>
    changeRole(actor, { userId: textOf(form, "userId"), role: textOf(form, "role") as Role }),
  );
  refresh();
  return outcome;
}

export async function renewPassword(
  _before: FormOutcome<NewPassword>,
  form: FormData,
): Promise<FormOutcome<NewPassword>> {
  const actor = await requireActor();
  const outcome = await formOutcome(form, async () => {
    const { password } = await resetPassword(actor, { userId: textOf(form, "userId") });
    return { email: textOf(form, "email"), password };
  });
  refresh();
  return outcome;
}

export async function closeUser(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  const outcome = await formOutcome(form, () =>
    disableAccount(actor, { userId: textOf(form, "userId") }),
  );
  refresh();
  return outcome;
}

export async function openUser(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  const outcome = await formOutcome(form, () =>
    enableAccount(actor, { userId: textOf(form, "userId") }),
  );
  refresh();
  return outcome;
}
