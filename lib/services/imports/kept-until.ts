/** For how long after its upload a file is kept that is not written: 30 days. */
export const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** The moment until which a file that came in then is kept if it is not written. */
export function keptUntil(uploadedAt: Date): Date {
  return new Date(uploadedAt.getTime() + KEPT_MS);
}
