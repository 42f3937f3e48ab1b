"use server";

import { redirect } from "next/navigation";
import { currentActor } from "@/lib/auth/actor";
import { clearSessionCookie } from "@/lib/auth/session-cookie";
import { endOwnSession } from "@/lib/services/access/sign-out";

/** Ends this browser's session and leaves the desk; where it has ended already, only leaves. */
export async function leaveDesk(): Promise<void> {
  const actor = await currentActor();
  if (actor !== null) await endOwnSession(actor, { sessionId: actor.sessionId });
  await clearSessionCookie();
  redirect("/sign-in");
}
