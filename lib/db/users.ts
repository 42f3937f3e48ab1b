import "server-only";
import type { Locale, Role } from "@/lib/auth/permissions";
import { toLocale, toRole } from "./access-rows";
import { connections } from "./connection";
import type { InstitutionScope, Tx } from "./in-institution";

/** A person with an account. Never carries the password's hash. */
export type UserRecord = {
  id: string;
  email: string;
  name: string;
  role: Role;
  locale: Locale;
  disabled: boolean;
  createdAt: Date;
  /** Moment of the last request; null: never signed in, as far as sessions are kept. */
  lastSeenAt: Date | null;
};

const WITH_ROLE = {
  memberships: { select: { role: true } },
  sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: "desc" }, take: 1 },
} as const;

type Row = {
  id: string;
  email: string;
  name: string;
  locale: string;
  disabledAt: Date | null;
  createdAt: Date;
  memberships: { role: string }[];
  sessions: { lastSeenAt: Date }[];
};

function toRecord(row: Row): UserRecord {
  const [membership] = row.memberships;
  if (membership === undefined) throw new Error(`user ${row.id} has no membership`);
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: toRole(membership.role),
    locale: toLocale(row.locale),
    disabled: row.disabledAt !== null,
    createdAt: row.createdAt,
    lastSeenAt: row.sessions[0]?.lastSeenAt ?? null,
  };
}

export type SignInUser = {
  id: string;
  institutionId: string;
  passwordHash: string;
  locale: Locale;
  disabled: boolean;
};

type SignInRow = {
  user_id: string;
  institution_id: string;
  password_hash: string;
  locale: string;
  disabled: boolean;
};

/** The account of an e-mail in lower case, of whichever institution; null: nobody's. */
export async function findUserForSignIn(email: string): Promise<SignInUser | null> {
  const [row] = await connections().prisma.$queryRaw<
    SignInRow[]
  >`select * from sign_in_user(${email})`;
  if (row === undefined) return null;
  return {
    id: row.user_id,
    institutionId: row.institution_id,
    passwordHash: row.password_hash,
    locale: toLocale(row.locale),
    disabled: row.disabled,
  };
}

/** All accounts of the institution, by name. */
export async function listUsers(tx: Tx): Promise<UserRecord[]> {
  const rows = await tx.user.findMany({
    include: WITH_ROLE,
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(toRecord);
}

export async function findUser(tx: Tx, id: string): Promise<UserRecord | null> {
  const row = await tx.user.findUnique({ where: { id }, include: WITH_ROLE });
  return row === null ? null : toRecord(row);
}

/** The names behind keys of accounts; of this institution only. */
export async function findUserNames(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const users = await tx.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}

export type NewUser = {
  email: string;
  name: string;
  role: Role;
  locale: Locale;
  passwordHash: string;
};

/** Creates an account with its membership. Null when the e-mail is taken, in any institution. */
export async function insertUser(
  tx: Tx,
  { institutionId }: InstitutionScope,
  { role, ...user }: NewUser,
): Promise<string | null> {
  const [row] = await tx.user.createManyAndReturn({
    data: [{ ...user, institutionId }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (row === undefined) return null;
  await tx.membership.create({ data: { institutionId, userId: row.id, role } });
  return row.id;
}

export async function setUserDisabled(tx: Tx, id: string, disabled: boolean): Promise<void> {
  await tx.user.update({ where: { id }, data: { disabledAt: disabled ? new Date() : null } });
}

export async function setUserRole(tx: Tx, id: string, role: Role): Promise<void> {
  await tx.membership.updateMany({ where: { userId: id }, data: { role } });
}

export async function setUserLocale(tx: Tx, id: string, locale: Locale): Promise<void> {
  await tx.user.update({ where: { id }, data: { locale } });
}

export async function setPasswordHash(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tx.user.update({ where: { id }, data: { passwordHash } });
}

export async function findPasswordHash(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.user.findUnique({ where: { id }, select: { passwordHash: true } });
  return row?.passwordHash ?? null;
}

/**
 * How many enabled administrators there are besides the given one. Until the transaction ends
 * nobody else gets an answer: of two administrators who disable each other, one comes too late.
 */
export async function countOtherAdministrators(
  tx: Tx,
  { institutionId }: InstitutionScope,
  id: string,
): Promise<number> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`administrators of ${institutionId}`}, 0))`;
  return tx.user.count({
    where: {
      id: { not: id },
      disabledAt: null,
      memberships: { some: { role: "administrator" } },
    },
  });
}
