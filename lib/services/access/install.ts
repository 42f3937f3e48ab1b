import "server-only";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { hashPassword } from "@/lib/auth/password";
import { LOCALES, type Locale } from "@/lib/auth/permissions";
import { today } from "@/lib/clock/today";
import { defaultAcademicYear } from "@/lib/compliance/academic-year";
import { insertAcademicYear } from "@/lib/db/academic-years";
import { recordAudit } from "@/lib/db/audit";
import { inInstitution } from "@/lib/db/in-institution";
import { insertInstitution, isInstalledAlready } from "@/lib/db/institutions";
import { insertUser } from "@/lib/db/users";
import { AppError } from "../app-error";
import { fieldErrors } from "../field-errors";
import { emailField, newPasswordField, personNameField } from "./account-fields";

const input = z.object({
  institutionName: personNameField,
  administrator: z.object({
    email: emailField,
    name: personNameField,
    password: newPasswordField,
    locale: z.enum(LOCALES).default("ru" satisfies Locale),
  }),
});

/** Ids of what was made. */
export type Installed = { institutionId: string; administratorId: string };

/**
 * Makes the institution, its first administrator and the current academic year, in one
 * transaction. Refuses (conflict) when an institution exists: it can be called again without harm.
 */
export async function installInstitution(raw: z.input<typeof input>): Promise<Installed> {
  const parsed = input.safeParse(raw);
  if (!parsed.success) throw new AppError("invalid", "invalidInput", fieldErrors(parsed.error));
  const { institutionName, administrator } = parsed.data;
  const { password, ...person } = administrator;
  const passwordHash = await hashPassword(password);
  // The scope comes first: row-level security admits only the institution whose id it names.
  const scope = { institutionId: uuidv7() };
  return inInstitution(scope, async (tx) => {
    if (await isInstalledAlready(tx)) throw new AppError("conflict", "alreadyInstalled");
    await insertInstitution(tx, scope, institutionName);
    await insertAcademicYear(tx, scope, defaultAcademicYear(today()));
    const user = { ...person, role: "administrator" as const, passwordHash };
    const administratorId = await insertUser(tx, scope, user);
    if (administratorId === null) throw new AppError("conflict", "emailTaken");
    await recordAudit(tx, { ...scope, userId: null }, "institution.install", {
      entity: "institution",
      id: scope.institutionId,
    });
    return { institutionId: scope.institutionId, administratorId };
  });
}
