import "server-only";
import { z } from "zod";
import { listLivingSessions } from "@/lib/db/sessions";
import { AppError } from "../app-error";
import { defineQuery } from "../define-service";

export type { SessionRecord } from "@/lib/db/sessions";

/** Who is signed in at present, last seen first. */
export const listSessions = defineQuery({
  name: "sessions.list",
  permission: "office:read",
  input: z.object({}),
  run: (tx) => listLivingSessions(tx),
});

/** Where the actor is signed in. */
export const listOwnSessions = defineQuery({
  name: "sessions.listOwn",
  permission: "self:write",
  input: z.object({}),
  run: (tx, _input, { userId }) => {
    if (userId === null) throw new AppError("forbidden", "forbidden");
    return listLivingSessions(tx, userId);
  },
});
