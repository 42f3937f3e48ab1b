import pg from "pg";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownerUrl } from "../test-worker-database";
import { migrateDatabase } from "./migrate-database";

/** A database as a hosting provider gives it: its owner is no superuser and may create no role. */
const NAME = "sanak_plain_owner";
const administrator = new pg.Client({ connectionString: ownerUrl });
const url = new URL(ownerUrl);
url.username = NAME;
url.password = "plain";
url.pathname = NAME;
const institution = uuidv7();
const user = uuidv7();
const session = uuidv7();

async function asApplication(sql: string, values: unknown[] = [], scope = institution) {
  const client = new pg.Client({ connectionString: url.href, options: "-c role=sanak_app" });
  await client.connect();
  try {
    await client.query("select set_config('sanak.institution', $1, false)", [scope]);
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  await administrator.connect();
  await administrator.query(`create role ${NAME} login password 'plain'`);
  await administrator.query(`create database ${NAME} owner ${NAME}`);
});
afterAll(async () => {
  await administrator.query(`drop database ${NAME} with (force)`);
  await administrator.query(`drop role ${NAME}`);
  await administrator.end();
});

test("without membership of the application's role the migration says what to do", async () => {
  await expect(migrateDatabase(url.href, null)).rejects.toThrow(`grant sanak_app to`);
});

test("with it, such an owner migrates, and again without effect", async () => {
  await administrator.query(`grant sanak_app to ${NAME}`);
  expect(await migrateDatabase(url.href, null)).not.toEqual([]);
  expect(await migrateDatabase(url.href, null)).toEqual([]);
});

test("no connection of it stays behind, which would keep the database from being copied or dropped", async () => {
  const open = async () => {
    const sql = "select from pg_stat_activity where datname = $1";
    return (await administrator.query(sql, [NAME])).rowCount;
  };
  // A server needs a moment to notice that a client has gone.
  await expect.poll(open, { timeout: 5_000 }).toBe(0);
});

test("signing in and sessions work there, before an institution is known", async () => {
  await asApplication("insert into institution (id, name) values ($1, 'A')", [institution]);
  await asApplication(
    "insert into app_user (institution_id, id, email, name, password_hash) values ($1, $2, 'a@b.example', 'A', '-')",
    [institution, user],
  );
  await asApplication("insert into membership values ($1, $2, 'reader')", [institution, user]);
  await asApplication(
    "insert into session (institution_id, user_id, id, expires_at) values ($1, $2, $3, now() + interval '1 hour')",
    [institution, user, session],
  );
  const names = (rows: { user_id: string }[]) => rows.map((row) => row.user_id);
  expect(names(await asApplication("select * from sign_in_user('A@b.example')"))).toEqual([user]);
  expect(names(await asApplication("select * from session_actor($1)", [session]))).toEqual([user]);
  await asApplication("update session set revoked_at = now()");
  expect(await asApplication("select * from session_actor($1)", [session])).toEqual([]);
});

test("the owner's own rights do not reach the application", async () => {
  const count = "select count(*)::int as seen, current_user as role from app_user";
  expect(await asApplication(count)).toEqual([{ seen: 1, role: "sanak_app" }]);
  expect(await asApplication(count, [], uuidv7())).toEqual([{ seen: 0, role: "sanak_app" }]);
});
