"use server";

import { refresh } from "next/cache";
import { textOf } from "@/app/form-outcome";
import { requireActor } from "@/lib/auth/actor";
import { endSession } from "@/lib/services/access/revoke-session";
import { AppError } from "@/lib/services/app-error";

/** Ends the session of the field `sessionId`; one that is over already has only to leave the list. */
export async function endTheirSession(form: FormData): Promise<void> {
  const actor = await requireActor();
  try {
    await endSession(actor, { sessionId: textOf(form, "sessionId") });
  } catch (error) {
    if (!(error instanceof AppError && error.code === "notFound")) throw error;
  }
  refresh();
}
