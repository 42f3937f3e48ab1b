import "server-only";
import type { Actor } from "./permissions";

/** The system itself at work for one institution: jobs, the first start. The audit shows no user. */
export function systemActor(institutionId: string): Actor {
  return { userId: null, institutionId, role: "administrator", locale: "ru" };
}
