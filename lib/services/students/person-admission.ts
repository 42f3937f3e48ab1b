import "server-only";
import type { Tx } from "@/lib/db/in-institution";
import { personOf } from "@/lib/db/people/person-changes";
import { lockPeople } from "@/lib/db/people/person-rows";
import { AppError } from "../app-error";

/** Lets work on these students' records begin, alone; refuses where an import writes, or one of them is gone. */
export async function admitPeople(tx: Tx, studentIds: readonly number[]): Promise<void> {
  const lock = await lockPeople(tx, studentIds);
  if (lock === "import") throw new AppError("conflict", "importIsWriting");
  if (lock === "locked") return;
  for (const studentId of studentIds) {
    if ((await personOf(tx, studentId)) === null) throw new AppError("notFound", "notFound");
  }
  throw new AppError("conflict", "personMoved");
}
