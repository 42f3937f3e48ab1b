import "server-only";
import { z } from "zod";
import { setUserRole } from "@/lib/db/users";
import { defineCommand } from "../define-service";
import { roleField } from "./account-fields";
import { accountOrRefuse } from "./find-account";
import { keepAnAdministrator } from "./keep-an-administrator";

/** Gives a user another role; it counts from the user's next request. */
export const changeRole = defineCommand({
  name: "users.changeRole",
  permission: "office:write",
  input: z.object({ userId: z.uuid(), role: roleField }),
  run: async (tx, { userId, role }, actor) => {
    if (role !== "administrator") await keepAnAdministrator(tx, actor, userId);
    const before = await accountOrRefuse(tx, userId);
    await setUserRole(tx, userId, role);
    return {
      result: null,
      audit: { entity: "user", id: userId, detail: { before: before.role, after: role } },
    };
  },
});
