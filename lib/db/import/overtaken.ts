import "server-only";
import type { BulkClient, Tx } from "../in-institution";
import type { ImportKind, ImportRecord, OutcomeCounts, Overtaken } from "./import-words";

/** So many imports are named. */
const NAMED = 5;

/** Where it stands which import brought what a staged row `t` found; a residence names none. */
const HELD: Readonly<Partial<Record<ImportKind, string>>> = {
  roster: "student x on x.id = t.student_id",
  crossings: "crossing x on x.id = t.known_id",
  grounds: "ground x on x.id = t.known_id",
  authority: "request_answer x on x.id = t.known_id",
};

const WRITERS = (held: string) => `
  select i.id from import i
  where i.institution_id = current_institution() and i.state = 'committed' and i.id <> $1 and i.committed_at > $2
    and i.id in (select x.import_id from staged t join ${held}
      where t.outcome = 'unchanged' and x.institution_id = current_institution())
  order by i.committed_at desc limit ${NAMED}`;

const writes = ({ new: added = 0, changed = 0 }: OutcomeCounts) => added + changed;

/** What of an import's rows, which its check had counted, was written by others before it; null: nothing. `staged` is there. */
export async function findOvertaken(
  client: BulkClient,
  { id, kind, counts, createdAt }: Pick<ImportRecord, "id" | "kind" | "counts" | "createdAt">,
  written: OutcomeCounts,
): Promise<Overtaken | null> {
  const rows = writes(counts ?? {}) - writes(written);
  const held = HELD[kind];
  if (rows <= 0) return null;
  if (held === undefined) return { rows, importIds: [] };
  const found = await client.query<{ id: string }>(WRITERS(held), [id, createdAt]);
  return { rows, importIds: found.rows.map((row) => row.id) };
}

/** The same with the names of the files. */
export async function nameOvertaken(
  tx: Tx,
  overtaken: Overtaken | null,
): Promise<{ rows: number; imports: { id: string; fileName: string }[] } | null> {
  if (overtaken === null) return null;
  const imports = await tx.import.findMany({
    where: { id: { in: overtaken.importIds } },
    orderBy: { committedAt: "desc" },
    select: { id: true, fileName: true },
  });
  return { rows: overtaken.rows, imports };
}
