import "server-only";
import { z } from "zod";
import { generatePassword, hashPassword } from "@/lib/auth/password";
import { revokeSessionsOf } from "@/lib/db/sessions";
import { setPasswordHash } from "@/lib/db/users";
import { defineCommand } from "../define-service";
import { accountOrRefuse } from "./find-account";

/** Puts a generated password in place of a forgotten one and ends the user's sessions. Shown once. */
export const resetPassword = defineCommand({
  name: "users.resetPassword",
  permission: "office:write",
  input: z.object({ userId: z.uuid() }),
  run: async (tx, { userId }) => {
    await accountOrRefuse(tx, userId);
    const password = generatePassword();
    await setPasswordHash(tx, userId, await hashPassword(password));
    const sessionsEnded = await revokeSessionsOf(tx, userId);
    return {
      result: { password },
      audit: { entity: "user", id: userId, detail: { sessionsEnded } },
    };
  },
});
