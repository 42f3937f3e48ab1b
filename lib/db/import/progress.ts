import "server-only";
import type { Tx } from "../in-institution";
import type { ImportProgress } from "./import-words";

/** How far a job is; only while the import is in the state that belongs to it. When the stage was begun is kept with it. */
export async function tellProgress(
  tx: Tx,
  id: string,
  state: "reading" | "committing" | "undoing",
  progress: ImportProgress,
): Promise<void> {
  const told = JSON.stringify(progress);
  await tx.$executeRaw`
    update import set progress = ${told}::jsonb || jsonb_build_object('since', coalesce(
      case when progress ->> 'stage' = ${progress.stage} then progress -> 'since' end, to_jsonb(clock_timestamp())))
    where institution_id = current_institution() and id = ${id}::uuid and state = ${state}`;
}

/** For how many seconds a job has been at its stage; null: there is none, or it has only just begun. */
export async function findStageSeconds(tx: Tx, id: string): Promise<number | null> {
  const [found] = await tx.$queryRaw<{ seconds: number | null }[]>`
    select extract(epoch from clock_timestamp() - (progress ->> 'since')::timestamptz)::int as seconds
    from import where institution_id = current_institution() and id = ${id}::uuid`;
  return found?.seconds ?? null;
}
