import "server-only";
import type { Tx } from "@/lib/db/in-institution";
import { readPeople } from "@/lib/db/request-list-people";
import { AppError } from "../app-error";
import type { Sorted } from "./draft";

/** Refuses where a key is no student of the institution: a stranger's student is as unknown as none. */
function refuseUnless(found: number, asked: number): void {
  if (found !== asked) throw new AppError("notFound", "studentsNotFound");
}

export function allFound(ids: readonly number[], sorted: Sorted): Sorted {
  refuseUnless(sorted.included.length + sorted.leftOut.length, ids.length);
  return sorted;
}

/** The same keys, each known to be a student of the institution. */
export async function studentsOrRefuse(tx: Tx, ids: readonly number[]): Promise<readonly number[]> {
  refuseUnless((await readPeople(tx, ids)).length, ids.length);
  return ids;
}
