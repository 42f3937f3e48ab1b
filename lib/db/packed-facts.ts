import "server-only";
import type { StudentFacts } from "@/lib/compliance/facts";
import { PACKED_FORMAT, packFacts, unpackFacts } from "@/lib/compliance/packed-facts";
import { inBatches } from "./in-batches";
import type { BulkClient, Tx } from "./in-institution";
import { FACTS_SQL, type FactsRow, type StoredFacts, toFacts } from "./student-facts";
import { Turns } from "./turns";

/** Students whose rows of facts are held in memory at once. */
const PACKED_AT_ONCE = 250;

const STALE = `
  select s.id from student s
  left join packed_facts p on p.institution_id = s.institution_id and p.student_id = s.id
  where s.institution_id = current_setting('sanak.institution')::uuid
    and (p.student_id is null or p.facts_version <> s.facts_version or p.format <> $1)
  order by s.id`;

const WRITE = `
  insert into packed_facts (institution_id, student_id, facts_version, format, facts)
  select current_setting('sanak.institution')::uuid, t.student_id, t.facts_version, $3, t.facts
  from unnest($1::int[], $2::int[], $4::bytea[]) as t(student_id, facts_version, facts)
  on conflict (institution_id, student_id) do update set
    facts_version = excluded.facts_version, format = excluded.format, facts = excluded.facts`;

/** Packs anew the facts of all students of the institution that have changed since they were packed. */
export async function packStaleFacts(client: BulkClient): Promise<void> {
  const { rows } = await client.query<{ id: number }>(STALE, [PACKED_FORMAT]);
  const turns = new Turns();
  let start = 0;
  await inBatches({
    read: async () => {
      const ids = rows.slice(start, start + PACKED_AT_ONCE).map(({ id }) => id);
      start += PACKED_AT_ONCE;
      return ids.length === 0 ? null : (await client.query<FactsRow>(FACTS_SQL, [ids])).rows;
    },
    make: async (read) => {
      const packed: { studentId: number; factsVersion: number; facts: Buffer }[] = [];
      for (const row of read) {
        const { facts, ...whose } = toFacts(row);
        packed.push({ ...whose, facts: Buffer.from(packFacts(facts)) });
        await turns.after(facts.crossings.length);
      }
      return [
        packed.map(({ studentId }) => studentId),
        packed.map(({ factsVersion }) => factsVersion),
        PACKED_FORMAT,
        packed.map(({ facts }) => facts),
      ];
    },
    write: async (packed) => void (await client.query(WRITE, packed)),
  });
}

/** Packs the facts of one student over what was packed. */
export async function repackFacts(
  tx: Tx,
  { studentId, factsVersion, facts }: StoredFacts,
): Promise<void> {
  const packed = Buffer.from(packFacts(facts));
  await tx.$executeRawUnsafe(WRITE, [studentId], [factsVersion], PACKED_FORMAT, [packed]);
}

export type UnpackedFacts = { studentId: number; facts: StudentFacts };
type PackedRow = { id: number; facts: Buffer };

const READ_PAGE = `
  select student_id as id, facts from packed_facts
  where institution_id = current_setting('sanak.institution')::uuid and student_id > $1
  order by student_id limit $2`;

/** The packed facts of the institution's students after a key, in order of keys; at most `limit`. */
export async function readPackedPage(
  tx: Tx,
  after: number,
  limit: number,
): Promise<UnpackedFacts[]> {
  const rows = await tx.$queryRawUnsafe<PackedRow[]>(READ_PAGE, after, limit);
  return rows.map(({ id, facts }) => ({ studentId: id, facts: unpackFacts(facts) }));
}
