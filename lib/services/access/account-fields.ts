import "server-only";
import { z } from "zod";
import { LOCALES, ROLES } from "@/lib/auth/permissions";

/** One person has one account however the e-mail is typed. */
export function foldEmail(email: string): string {
  return email.trim().normalize("NFKC").toLowerCase();
}

/** The messages are keys of messages/<locale>/errors.json. */
export const emailField = z
  .string()
  .transform(foldEmail)
  .pipe(z.email("emailInvalid").max(254, "emailInvalid"));

export const personNameField = z.string().trim().min(1, "required").max(200, "tooLong");

/** Characters a password must have at least, and may have at most: hashing a book is a way to attack. */
export const PASSWORD_LENGTH = { min: 12, max: 200 };

export const newPasswordField = z
  .string()
  .min(PASSWORD_LENGTH.min, "passwordTooShort")
  .max(PASSWORD_LENGTH.max, "tooLong");

export const roleField = z.enum(ROLES, "required");
export const localeField = z.enum(LOCALES, "required");
