import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { toLocale, toRole } from "./access-rows";
import { connections } from "./connection";
import { type InstitutionScope, inInstitution, type Tx } from "./in-institution";

/** The person behind a living session. */
export type SignedIn = Actor & {
  userId: string;
  sessionId: string;
  name: string;
  email: string;
  institutionName: string;
};

/** A signed-in browser; times are moments. */
export type SessionRecord = {
  id: string;
  userId: string;
  userName: string;
  userAgent: string;
  createdAt: Date;
  lastSeenAt: Date;
};

type SignedInRow = {
  user_id: string;
  institution_id: string;
  role: string;
  locale: string;
  name: string;
  email: string;
  institution_name: string;
  last_seen_at: Date;
};

/** `last seen` is kept to the minute: a page of ten requests need not write ten times. */
const SEEN_AGAIN_AFTER = 60_000;

/**
 * Whose session it is; null when it is over, revoked, unknown, or its user disabled. One query,
 * and once a minute a write.
 */
export async function findSignedIn(sessionId: string): Promise<SignedIn | null> {
  const [row] = await connections().prisma.$queryRaw<
    SignedInRow[]
  >`select * from session_actor(${sessionId}::uuid)`;
  if (row === undefined) return null;
  if (Date.now() - row.last_seen_at.getTime() > SEEN_AGAIN_AFTER) {
    await markSeen({ institutionId: row.institution_id }, sessionId);
  }
  return {
    userId: row.user_id,
    institutionId: row.institution_id,
    role: toRole(row.role),
    locale: toLocale(row.locale),
    sessionId,
    name: row.name,
    email: row.email,
    institutionName: row.institution_name,
  };
}

async function markSeen(scope: InstitutionScope, id: string): Promise<void> {
  await inInstitution(scope, (tx) =>
    tx.session.updateMany({ where: { id }, data: { lastSeenAt: new Date() } }),
  );
}

export type NewSession = { userId: string; userAgent: string; seconds: number };

/** Opens a session that ends after `seconds`, and forgets the user's sessions that are long over. */
export async function insertSession(
  tx: Tx,
  { institutionId }: InstitutionScope,
  { userId, userAgent, seconds }: NewSession,
): Promise<string> {
  const now = Date.now();
  await tx.session.deleteMany({ where: { userId, expiresAt: { lt: new Date(now) } } });
  const { id } = await tx.session.create({
    data: {
      institutionId,
      userId,
      userAgent: userAgent.slice(0, 400),
      expiresAt: new Date(now + seconds * 1000),
    },
    select: { id: true },
  });
  return id;
}

/** The living sessions, of one user or of all, last seen first. */
export async function listLivingSessions(tx: Tx, userId?: string): Promise<SessionRecord[]> {
  const rows = await tx.session.findMany({
    where: {
      revokedAt: null,
      expiresAt: { gt: new Date() },
      ...(userId !== undefined && { userId }),
    },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    include: { user: { select: { name: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    userId: row.userId,
    userName: row.user.name,
    userAgent: row.userAgent,
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
  }));
}

/** Ends one session; the user it belonged to, or null when there is no such living session. */
export async function revokeSession(
  tx: Tx,
  id: string,
  ownerId?: string,
): Promise<{ userId: string } | null> {
  const [row] = await tx.session.updateManyAndReturn({
    where: { id, revokedAt: null, ...(ownerId !== undefined && { userId: ownerId }) },
    data: { revokedAt: new Date() },
    select: { userId: true },
  });
  return row ?? null;
}

/** Ends all sessions of a user; how many there were. */
export async function revokeSessionsOf(tx: Tx, userId: string): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count;
}
