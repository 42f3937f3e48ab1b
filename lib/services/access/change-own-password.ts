import "server-only";
import { z } from "zod";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { SESSION_SECONDS } from "@/lib/auth/session-life";
import { insertSession, revokeSessionsOf } from "@/lib/db/sessions";
import { countAttempt } from "@/lib/db/sign-in-attempts";
import { findPasswordHash, setPasswordHash } from "@/lib/db/users";
import { AppError, invalidField } from "../app-error";
import { defineCommand } from "../define-service";
import { newPasswordField } from "./account-fields";

/**
 * Changes the actor's password. All sessions end, this one too; the result is a new session for
 * the browser that asked.
 */
export const changeOwnPassword = defineCommand({
  name: "users.changeOwnPassword",
  permission: "self:write",
  input: z
    .object({
      current: z.string().min(1, "required"),
      next: newPasswordField,
      repeated: z.string(),
      userAgent: z.string(),
    })
    .refine(({ next, repeated }) => next === repeated, {
      path: ["repeated"],
      message: "passwordsDiffer",
    })
    .refine(({ current, next }) => current !== next, { path: ["next"], message: "passwordSame" }),
  run: async (tx, { current, next, userAgent }, actor) => {
    const { userId } = actor;
    if (userId === null) throw new AppError("forbidden", "forbidden");
    // Whoever sits down at an open desk must not be able to guess on without end.
    const until = await countAttempt({ email: `password of ${userId}`, address: userId });
    if (until !== null) throw invalidField("current", "tooManyAttempts");
    const known = await findPasswordHash(tx, userId);
    if (!(await verifyPassword(known, current))) throw invalidField("current", "passwordWrong");
    await setPasswordHash(tx, userId, await hashPassword(next));
    const sessionsEnded = await revokeSessionsOf(tx, userId);
    const session = { userId, userAgent, seconds: SESSION_SECONDS };
    const sessionId = await insertSession(tx, actor, session);
    return {
      result: { sessionId },
      audit: { entity: "user", id: userId, detail: { sessionsEnded } },
    };
  },
});
