import "server-only";
import type { Tx } from "@/lib/db/in-institution";
import { findUser, type UserRecord } from "@/lib/db/users";
import { AppError } from "../app-error";

/** The account, or a refusal: of another institution there is none. */
export async function accountOrRefuse(tx: Tx, id: string): Promise<UserRecord> {
  const user = await findUser(tx, id);
  if (user === null) throw new AppError("notFound", "userNotFound");
  return user;
}
