import "server-only";
import { LOCALES, type Locale, ROLES, type Role } from "@/lib/auth/permissions";

/** Text from the database as a role. The column is checked there; anything else is a fault of ours. */
export function toRole(text: string): Role {
  const role = ROLES.find((known) => known === text);
  if (role === undefined) throw new Error(`unknown role in the database: ${text}`);
  return role;
}

export function toLocale(text: string): Locale {
  const locale = LOCALES.find((known) => known === text);
  if (locale === undefined) throw new Error(`unknown language in the database: ${text}`);
  return locale;
}
