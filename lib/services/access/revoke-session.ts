import "server-only";
import { z } from "zod";
import { revokeSession } from "@/lib/db/sessions";
import { AppError } from "../app-error";
import { defineCommand } from "../define-service";

/** Ends anybody's session in the institution; it counts from that browser's next request. */
export const endSession = defineCommand({
  name: "sessions.revoke",
  permission: "office:write",
  input: z.object({ sessionId: z.uuid() }),
  run: async (tx, { sessionId }) => {
    const ended = await revokeSession(tx, sessionId);
    if (ended === null) throw new AppError("notFound", "sessionNotFound");
    return { result: null, audit: { entity: "session", id: sessionId, detail: { ...ended } } };
  },
});
