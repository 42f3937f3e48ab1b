import "server-only";
import { z } from "zod";
import { revokeSessionsOf } from "@/lib/db/sessions";
import { setUserDisabled } from "@/lib/db/users";
import { defineCommand } from "../define-service";
import { accountOrRefuse } from "./find-account";
import { keepAnAdministrator } from "./keep-an-administrator";

/** Closes an account: its sessions end at their next request, and it opens no new ones. */
export const disableAccount = defineCommand({
  name: "users.disable",
  permission: "office:write",
  input: z.object({ userId: z.uuid() }),
  run: async (tx, { userId }, actor) => {
    await keepAnAdministrator(tx, actor, userId);
    await accountOrRefuse(tx, userId);
    await setUserDisabled(tx, userId, true);
    const sessionsEnded = await revokeSessionsOf(tx, userId);
    return { result: null, audit: { entity: "user", id: userId, detail: { sessionsEnded } } };
  },
});

/** Opens a closed account again, with the password it had. */
export const enableAccount = defineCommand({
  name: "users.enable",
  permission: "office:write",
  input: z.object({ userId: z.uuid() }),
  run: async (tx, { userId }) => {
    await accountOrRefuse(tx, userId);
    await setUserDisabled(tx, userId, false);
    return { result: null, audit: { entity: "user", id: userId } };
  },
});
