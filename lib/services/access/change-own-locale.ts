import "server-only";
import { z } from "zod";
import { setUserLocale } from "@/lib/db/users";
import { AppError } from "../app-error";
import { defineCommand } from "../define-service";
import { localeField } from "./account-fields";

/** Remembers the actor's language. */
export const changeOwnLocale = defineCommand({
  name: "users.changeOwnLocale",
  permission: "self:write",
  input: z.object({ locale: localeField }),
  run: async (tx, { locale }, actor) => {
    if (actor.userId === null) throw new AppError("forbidden", "forbidden");
    await setUserLocale(tx, actor.userId, locale);
    return { result: null, audit: { entity: "user", id: actor.userId, detail: { locale } } };
  },
});
