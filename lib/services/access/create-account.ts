import "server-only";
import { z } from "zod";
import { generatePassword, hashPassword } from "@/lib/auth/password";
import { insertUser } from "@/lib/db/users";
import { invalidField } from "../app-error";
import { defineCommand } from "../define-service";
import { emailField, localeField, personNameField, roleField } from "./account-fields";

/** Creates an account. The password in the result is shown once and kept nowhere. */
export const createAccount = defineCommand({
  name: "users.create",
  permission: "office:write",
  input: z.object({
    email: emailField,
    name: personNameField,
    role: roleField,
    locale: localeField,
  }),
  run: async (tx, { email, name, role, locale }, actor) => {
    const password = generatePassword();
    const passwordHash = await hashPassword(password);
    const userId = await insertUser(tx, actor, { email, name, role, locale, passwordHash });
    if (userId === null) throw invalidField("email", "emailTaken");
    return {
      result: { userId, password },
      audit: { entity: "user", id: userId, detail: { role } },
    };
  },
});
