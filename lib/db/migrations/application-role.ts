import "server-only";
import pg from "pg";

const ROLE = "sanak_app";

async function roleExists(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [ROLE]);
  return rowCount === 1;
}

async function createRole(client: pg.Client): Promise<void> {
  try {
    await client.query(
      `create role ${ROLE} nologin nosuperuser nobypassrls nocreatedb nocreaterole`,
    );
  } catch (error) {
    if (await roleExists(client)) return; // another start was quicker
    throw new Error(
      `The database has no role ${ROLE}, and this connection may not create one. Have its administrator run: create role ${ROLE}; grant ${ROLE} to <the role in DATABASE_URL>;`,
      { cause: error },
    );
  }
}

/** The connecting role must be able to become the application's role. */
async function letOwnerBecomeIt(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ able: boolean }>(
    "select pg_has_role(current_user, $1, case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) as able",
    [ROLE],
  );
  if (rows[0]?.able === true) return;
  try {
    await client.query(`grant ${ROLE} to current_user`);
  } catch (error) {
    throw new Error(
      `This connection may not take on the role ${ROLE}. Have the database's administrator run: grant ${ROLE} to <the role in DATABASE_URL>;`,
      { cause: error },
    );
  }
}

const NOT_ALLOWED = "42501";

/**
 * Lets it write the rows of a long log about students whom it has locked and checked together, without a check for each
 * row (lib/db/import/students-held.ts). Not where this connection may not grant that: then each row is checked.
 */
async function letItCheckTogether(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ able: boolean }>(
    "select has_parameter_privilege($1, 'session_replication_role', 'set') as able",
    [ROLE],
  );
  if (rows[0]?.able === true) return;
  try {
    await client.query(`grant set on parameter session_replication_role to ${ROLE}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== NOT_ALLOWED) throw error;
  }
}

/**
 * Makes the role under which the application works: no superuser, bound by row-level security. With a password it
 * may log in (embedded database); without, the owner's connection takes it on (`-c role=sanak_app`).
 */
export async function ensureApplicationRole(
  client: pg.Client,
  password: string | null,
): Promise<void> {
  if (!(await roleExists(client))) await createRole(client);
  await letItCheckTogether(client);
  if (password === null) return letOwnerBecomeIt(client);
  await client.query(`alter role ${ROLE} login password ${client.escapeLiteral(password)}`);
}
