import "server-only";
import { connections } from "./connection";

/**
 * Throws unless the application's sessions really run as the role that row-level security binds: a superuser, an
 * owner or a role with BYPASSRLS would see every institution.
 */
export async function assertServingRole(): Promise<void> {
  const { rows } = await connections().pool.query<{ name: string; free: boolean }>(
    "select rolname as name, rolsuper or rolbypassrls as free from pg_roles where rolname = current_user",
  );
  const role = rows[0];
  if (role?.name === "sanak_app" && !role.free) return;
  throw new Error(
    `The database role in force is "${role?.name}"${role?.free ? ", which row-level security does not bind" : ""}; it must be sanak_app. Sanak does not serve. Run "npm run migrate", and leave "options" out of DATABASE_URL.`,
  );
}
