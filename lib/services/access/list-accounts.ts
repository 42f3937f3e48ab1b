import "server-only";
import { z } from "zod";
import { listUsers } from "@/lib/db/users";
import { defineQuery } from "../define-service";

export type { UserRecord } from "@/lib/db/users";

/** Everyone who has an account in the actor's institution, by name. */
export const listAccounts = defineQuery({
  name: "users.list",
  permission: "office:read",
  input: z.object({}),
  run: (tx) => listUsers(tx),
});
