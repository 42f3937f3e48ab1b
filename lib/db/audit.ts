import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { Prisma } from "./generated/client";
import type { Tx } from "./in-institution";

/** Writes one audit event into the running transaction. */
export async function recordAudit(
  tx: Tx,
  actor: Pick<Actor, "institutionId" | "userId">,
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

/** One thing that was done. `userName` null: the system itself. */
export type AuditRecord = {
  id: string;
  at: Date;
  userId: string | null;
  userName: string | null;
  action: string;
  entity: string;
  entityId: string;
  detail: Record<string, unknown>;
};

export type AuditFilter = {
  action?: string | undefined;
  entity?: string | undefined;
  entityId?: string | undefined;
  userId?: string | undefined;
};

/** Where a page ended: the events older than this one follow. */
export type AuditCursor = { at: Date; id: string };

type Row = {
  id: bigint;
  at: Date;
  user_id: string | null;
  user_name: string | null;
  action: string;
  entity: string;
  entity_id: string;
  detail: Record<string, unknown>;
};

/** The newest events that the filter lets through, at most `limit`, those after the cursor only. */
export async function listAuditEvents(
  tx: Tx,
  filter: AuditFilter,
  cursor: AuditCursor | null,
  limit: number,
): Promise<AuditRecord[]> {
  const conditions = [
    Prisma.sql`true`,
    ...(cursor ? [Prisma.sql`(e.at, e.id) < (${cursor.at}, ${BigInt(cursor.id)})`] : []),
    ...(filter.action ? [Prisma.sql`e.action = ${filter.action}`] : []),
    ...(filter.entity ? [Prisma.sql`e.entity = ${filter.entity}`] : []),
    ...(filter.entityId ? [Prisma.sql`e.entity_id = ${filter.entityId}`] : []),
    ...(filter.userId ? [Prisma.sql`e.user_id = ${filter.userId}::uuid`] : []),
  ];
  const rows = await tx.$queryRaw<Row[]>`
    select e.id, e.at, e.user_id, u.name as user_name, e.action, e.entity, e.entity_id, e.detail
    from audit_event e left join app_user u on u.id = e.user_id
    where ${Prisma.join(conditions, " and ")}
    order by e.at desc, e.id desc
    limit ${limit}`;
  return rows.map((row) => ({
    id: row.id.toString(),
    at: row.at,
    userId: row.user_id,
    userName: row.user_name,
    action: row.action,
    entity: row.entity,
    entityId: row.entity_id,
    detail: row.detail,
  }));
}

/** The actions and entities that occur in the institution's audit: what the filter offers. */
export async function listAuditWords(tx: Tx): Promise<{ actions: string[]; entities: string[] }> {
  const rows = await tx.auditEvent.groupBy({ by: ["action", "entity"] });
  const sorted = (words: string[]) => [...new Set(words)].sort();
  return {
    actions: sorted(rows.map(({ action }) => action)),
    entities: sorted(rows.map(({ entity }) => entity)),
  };
}
