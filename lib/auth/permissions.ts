/** Who acts. Comes from the session (people) or from a job (the system acting for an institution). */
export type Actor = {
  userId: string | null;
  institutionId: string;
  role: Role;
  locale: Locale;
};

export const LOCALES = ["ru", "ky", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export const ROLES = ["administrator", "registrar", "reader"] as const;
export type Role = (typeof ROLES)[number];

const READER = ["students:read", "registrations:read", "self:write"] as const;
const REGISTRAR = [
  ...READER,
  "students:write",
  "imports:read",
  "imports:write",
  "registrations:write",
] as const;
const ADMINISTRATOR = [...REGISTRAR, "office:read", "office:write", "audit:read"] as const;

export type Permission = (typeof ADMINISTRATOR)[number];

/** The whole matrix: what each role may do. */
export const PERMISSIONS: Record<Role, readonly Permission[]> = {
  reader: READER,
  registrar: REGISTRAR,
  administrator: ADMINISTRATOR,
};

export function may(actor: Actor, permission: Permission): boolean {
  return PERMISSIONS[actor.role].includes(permission);
}
