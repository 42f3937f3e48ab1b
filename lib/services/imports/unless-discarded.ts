import "server-only";
import { ImportMovedOn } from "@/lib/db/import/finish";
import { findImport } from "@/lib/db/import/imports";
import { type InstitutionScope, inInstitution } from "@/lib/db/in-institution";

const LOOK_AGAIN_MS = 500;

/**
 * Does the work of a job on an import that a person may discard meanwhile. When one does, the
 * signal that the work was given is aborted, and this throws ImportMovedOn, whatever the work came to.
 */
export async function unlessDiscarded<T>(
  scope: InstitutionScope,
  id: string,
  work: (stopped: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const look = async () => {
    const record = await inInstitution(scope, (tx) => findImport(tx, id));
    if (record?.state === "discarded") stop.abort(new ImportMovedOn());
  };
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_AGAIN_MS);
  try {
    return await work(stop.signal);
  } catch (error) {
    throw stop.signal.aborted ? new ImportMovedOn() : error;
  } finally {
    clearInterval(timer);
  }
}
