import "server-only";
import type { InstitutionScope, Tx } from "@/lib/db/in-institution";
import { countOtherAdministrators } from "@/lib/db/users";
import { AppError } from "../app-error";

/**
 * Refuses when nobody else could administer the institution without this user. Asked before the
 * change and holding until the transaction ends, so that two administrators cannot remove each other.
 */
export async function keepAnAdministrator(
  tx: Tx,
  scope: InstitutionScope,
  userId: string,
): Promise<void> {
  const others = await countOtherAdministrators(tx, scope, userId);
  if (others === 0) throw new AppError("conflict", "lastAdministrator");
}
