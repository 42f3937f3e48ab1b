import "server-only";
import { z } from "zod";
import { findSignedIn, revokeSession } from "@/lib/db/sessions";
import { AppError } from "../app-error";
import { defineCommand } from "../define-service";

/** Ends one of the actor's own sessions: signing out here, or another browser from afar. */
export const endOwnSession = defineCommand({
  name: "sessions.endOwn",
  permission: "self:write",
  input: z.object({ sessionId: z.uuid() }),
  run: async (tx, { sessionId }, actor) => {
    const ended = actor.userId && (await revokeSession(tx, sessionId, actor.userId));
    if (!ended) throw new AppError("notFound", "sessionNotFound");
    return { result: null, audit: { entity: "session", id: sessionId } };
  },
});

/** For whoever holds nothing but the session's id (next-auth's endpoint). Quiet when it is over already. */
export async function signOut(sessionId: string): Promise<void> {
  const actor = await findSignedIn(sessionId);
  if (actor !== null) await endOwnSession(actor, { sessionId });
}
