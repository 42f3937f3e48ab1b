"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { formOutcome, textOf } from "@/app/form-outcome";
import type { FormOutcome } from "@/components/ui/form-outcome";
import { requireActor } from "@/lib/auth/actor";
import { requestOrigin } from "@/lib/auth/request-origin";
import { writeSessionCookie } from "@/lib/auth/session-cookie";
import { changeOwnPassword } from "@/lib/services/access/change-own-password";
import { endOwnSession } from "@/lib/services/access/sign-out";
import { AppError } from "@/lib/services/app-error";

/** A new password ends every session; this browser gets a new one and stays. */
export async function changePassword(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  const { userAgent } = requestOrigin(await headers());
  const outcome = await formOutcome(form, async () => {
    const { sessionId } = await changeOwnPassword(actor, {
      current: textOf(form, "current"),
      next: textOf(form, "next"),
      repeated: textOf(form, "repeated"),
      userAgent,
    });
    await writeSessionCookie(sessionId);
    return null;
  });
  // Passwords do not travel back to the browser.
  return outcome.kind === "refused" ? { ...outcome, entered: {} } : outcome;
}

/** Ends the session of the field `sessionId`; one that is over already has only to leave the list. */
export async function endMySession(form: FormData): Promise<void> {
  const actor = await requireActor();
  try {
    await endOwnSession(actor, { sessionId: textOf(form, "sessionId") });
  } catch (error) {
    if (!(error instanceof AppError && error.code === "notFound")) throw error;
  }
  refresh();
}
