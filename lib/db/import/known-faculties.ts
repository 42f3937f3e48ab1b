import "server-only";
import type { Tx } from "../in-institution";

/** The faculties that students of the institution are of, as they are written, those of most students first. */
export async function listFaculties(tx: Tx): Promise<string[]> {
  const rows = await tx.student.groupBy({
    by: ["faculty"],
    where: { faculty: { not: "" } },
    orderBy: [{ _count: { faculty: "desc" } }, { faculty: "asc" }],
  });
  return rows.map(({ faculty }) => faculty);
}
