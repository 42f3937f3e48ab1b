import pg from "pg";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeConnections, connections } from "./connection";
import { inInstitution } from "./in-institution";
import { assertServingRole } from "./serving-role";
import { fullTestInstitution } from "./test-full-institution";
import { newTestInstitution } from "./test-institution";
import { ownerUrl } from "./test-worker-database";

/** Belong to no institution: Prisma's own record, and attempts to sign in before anyone is known. */
const NOBODYS = ["_prisma_migrations", "sign_in_attempt"];

const owner = new pg.Client({ connectionString: ownerUrl });
await owner.connect();
const { rows: catalogue } = await owner.query<{
  name: string;
  enabled: boolean;
  forced: boolean;
  policies: number;
}>(
  `
  select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polname = 'own_institution') as policies
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all ($1)
  order by 1`,
  [NOBODYS],
);
const tables = catalogue.map(({ name }) => name);
const keyOf = (table: string) => (table === "institution" ? "id" : "institution_id");

let ours: string;
let theirs: string;

beforeAll(async () => {
  ours = await newTestInstitution();
  theirs = await fullTestInstitution();
});
afterAll(async () => {
  await owner.end();
  await closeConnections();
});

/** Runs one statement as the application does, in a transaction that is rolled back. */
async function asApplication(institution: string | null, sql: string, values: unknown[] = []) {
  const client = await connections().pool.connect();
  try {
    await client.query("begin");
    if (institution !== null) {
      await client.query("select set_config('sanak.institution', $1, true)", [institution]);
    }
    return await client.query(sql, values);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

test("there are tables to walk over", () => {
  expect(tables).toContain("crossing");
  expect(tables).toContain("institution");
});

describe.each(catalogue)("table $name", ({ name, enabled, forced, policies }) => {
  const key = keyOf(name);
  const onlyTheirs = `from ${name} where ${key} = $1`;

  test("has row-level security, enabled and forced, with a policy", () => {
    expect({ enabled, forced, policies }).toEqual({ enabled: true, forced: true, policies: 1 });
  });

  test("holds a row of the other institution, or the tests below would prove nothing", async () => {
    expect((await owner.query(`select ${onlyTheirs}`, [theirs])).rowCount).toBeGreaterThan(0);
    expect(
      (await asApplication(theirs, `select ${onlyTheirs}`, [theirs])).rowCount,
    ).toBeGreaterThan(0);
  });

  test.each(["another's", "no"] as const)(
    "shows nothing with %s institution set",
    async (which) => {
      const scope = which === "no" ? null : ours;
      expect((await asApplication(scope, `select ${onlyTheirs}`, [theirs])).rowCount).toBe(0);
      if (scope === null) {
        expect((await asApplication(scope, `select from ${name}`)).rowCount).toBe(0);
      }
    },
  );

  test("lets another's rows neither be changed nor deleted", async () => {
    for (const sql of [
      `update ${name} set ${key} = ${key} where ${key} = $1`,
      `delete ${onlyTheirs}`,
    ]) {
      const changed = await asApplication(ours, sql, [theirs]).then(
        ({ rowCount }) => rowCount,
        (error: pg.DatabaseError) => error.code,
      );
      expect([0, "42501"]).toContain(changed);
    }
    expect((await owner.query(`select ${onlyTheirs}`, [theirs])).rowCount).toBeGreaterThan(0);
  });

  test("takes no row in another's name", async () => {
    const { rows } = await owner.query(
      `select to_jsonb(t) as row from ${name} t where ${key} = $1`,
      [theirs],
    );
    const insert = `insert into ${name} overriding system value select * from jsonb_populate_record(null::${name}, $1)`;
    for (const scope of [ours, null]) {
      await expect(asApplication(scope, insert, [rows[0].row])).rejects.toMatchObject({
        code: "42501",
      });
    }
  });

  test("gives no row away to another", async () => {
    await expect(
      asApplication(theirs, `update ${name} set ${key} = $1`, [ours]),
    ).rejects.toMatchObject({ code: "42501" });
  });
});

test("a row cannot hang on another institution's student", async () => {
  const student = await inInstitution({ institutionId: theirs }, (tx) =>
    tx.student.findFirstOrThrow({ select: { id: true } }),
  );
  const insert =
    "insert into crossing (institution_id, student_id, day, direction) values ($1, $2, '2025-09-02', 'exit')";
  await expect(asApplication(ours, insert, [ours, student.id])).rejects.toMatchObject({
    code: "23503",
  });
});

test("what was done stays written: the application can neither change nor delete an audit event", async () => {
  for (const sql of [
    "update audit_event set action = 'x'",
    "delete from audit_event",
    "truncate audit_event",
  ]) {
    await expect(asApplication(theirs, sql)).rejects.toMatchObject({ code: "42501" });
  }
});

test("the same crossing is kept once, also without a minute", async () => {
  const [id] = (
    await owner.query<{ id: number }>("select id from student where institution_id = $1", [theirs])
  ).rows;
  const insert =
    "insert into crossing (institution_id, student_id, day, direction) values ($1, $2, '2025-09-01', 'entry')";
  await expect(asApplication(theirs, insert, [theirs, id?.id])).rejects.toMatchObject({
    code: "23505",
  });
});

test("before an institution is known, its ids can be listed and nothing else", async () => {
  const { rows } = await asApplication(null, "select * from institution_ids() as id");
  expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([ours, theirs]));
  const { rows: state } = await asApplication(null, "select * from install_state()");
  expect(state).toEqual([{ has_institution: true, has_user: true }]);
});

test("a search finds only the institution's own students", async () => {
  const search = "select students_like('%a b%') as id";
  expect((await asApplication(theirs, search)).rowCount).toBe(1);
  expect((await asApplication(ours, search)).rowCount).toBe(0);
  expect((await asApplication(null, search)).rowCount).toBe(0);
});

test("the application serves as the role that it must be", async () => {
  await expect(assertServingRole()).resolves.toBeUndefined();
  expect((await asApplication(uuidv7(), "select current_user as name")).rows).toEqual([
    { name: "sanak_app" },
  ]);
});
