import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { Prisma } from "./generated/client";
import type { Tx } from "./in-institution";

/** Writes one audit event into the running transaction. */
export async function recordAudit(
  tx: Tx,
  actor: Actor,
  action: string,
  entry: { entity: string; id: string; detail?: Record<string, unknown> },
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      institutionId: actor.institutionId,
      userId: actor.userId,
      action,
      entity: entry.entity,
      entityId: entry.id,
      detail: (entry.detail ?? {}) as Prisma.InputJsonObject,
    },
  });
}
