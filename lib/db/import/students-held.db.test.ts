import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closeConnections } from "../connection";
import { type BulkClient, type InstitutionScope, inInstitutionBulk } from "../in-institution";
import { newTestInstitution } from "../test-institution";
import { ownerUrl } from "../test-worker-database";
import { aboutHeldStudents } from "./students-held";

const owner = new pg.Client({ connectionString: ownerUrl });
beforeAll(() => owner.connect());
afterAll(async () => {
  await owner.end();
  await closeConnections();
});

let scope: InstitutionScope;
let student: number;
beforeEach(async () => {
  scope = { institutionId: await newTestInstitution() };
  student = await newStudent(scope, "S-1");
});

async function newStudent({ institutionId }: InstitutionScope, number: string): Promise<number> {
  const { rows } = await owner.query<{ id: number }>(
    `insert into student (institution_id, student_no, last_name, first_name, citizenship, search_key, updated_at)
     values ($1, $2, 'A', 'B', 'KZ', '', now()) returning id`,
    [institutionId, number],
  );
  return rows[0]?.id ?? 0;
}

const add = (client: BulkClient, studentId: number, day = "2025-01-01") =>
  client.query(
    "insert into crossing (institution_id, student_id, day, direction) values (current_institution(), $1, $2, 'entry')",
    [studentId, day],
  );

const crossingsOf = async (studentId: number) =>
  (await owner.query("select from crossing where student_id = $1", [studentId])).rowCount;

test("rows about students who are there are written, in the same way as one by one", async () => {
  await inInstitutionBulk(scope, (client) =>
    aboutHeldStudents(client, [student], async () => {
      await add(client, student);
    }),
  );
  expect(await crossingsOf(student)).toBe(1);
});

test("where a student is gone, or is another university's, nothing is written", async () => {
  const elsewhere = await newStudent({ institutionId: await newTestInstitution() }, "S-1");
  const gone = await newStudent(scope, "S-2");
  await owner.query("delete from student where id = $1", [gone]);
  for (const absent of [gone, elsewhere]) {
    const written = inInstitutionBulk(scope, (client) =>
      aboutHeldStudents(client, [student, absent], async () => {
        await add(client, student);
        await add(client, absent);
      }),
    );
    await expect(written).rejects.toThrow("a student of the rows is gone");
  }
  expect(await crossingsOf(student)).toBe(0);
});

test("a student who is held cannot be removed before the end, and takes the rows along then", async () => {
  const remover = new pg.Client({ connectionString: ownerUrl });
  await remover.connect();
  let removed: Promise<unknown> | undefined;
  await inInstitutionBulk(scope, async (client) => {
    await aboutHeldStudents(client, [student], async () => {
      await remover.query("set lock_timeout = '200ms'");
      await expect(remover.query("delete from student where id = $1", [student])).rejects.toThrow(
        "lock timeout",
      );
      await add(client, student);
    });
    await remover.query("set lock_timeout = 0");
    removed = remover.query("delete from student where id = $1", [student]);
  });
  await removed;
  await remover.end();
  expect(await crossingsOf(student)).toBe(0);
});

test("afterwards each row is asked for its student again, in the same transaction", async () => {
  const written = inInstitutionBulk(scope, async (client) => {
    await aboutHeldStudents(client, [student], async () => undefined);
    await add(client, student + 1_000_000);
  });
  await expect(written).rejects.toThrow("violates foreign key constraint");
});

test("a key that is taken is refused all the same", async () => {
  const written = inInstitutionBulk(scope, (client) =>
    aboutHeldStudents(client, [student], async () => {
      await add(client, student);
      await add(client, student);
    }),
  );
  await expect(written).rejects.toThrow("duplicate key");
});

test("a database that does not let the application do so checks row by row", async () => {
  await owner.query("revoke set on parameter session_replication_role from sanak_app");
  try {
    const other = student + 1_000_000;
    const written = inInstitutionBulk(scope, (client) =>
      aboutHeldStudents(client, [student], async () => {
        await add(client, student);
        await add(client, other);
      }),
    );
    await expect(written).rejects.toThrow("violates foreign key constraint");
  } finally {
    await owner.query("grant set on parameter session_replication_role to sanak_app");
  }
});

test("a filed list is guarded even where rows are written without checks one by one", async () => {
  const { rows } = await owner.query<{ table: string; always: boolean }>(
    `select tgrelid::regclass::text as table, tgenabled = 'A' as always from pg_trigger
     where not tgisinternal and tgrelid::regclass::text like 'request_list%' order by 1`,
  );
  expect(rows).toEqual([
    { table: "request_list", always: true },
    { table: "request_list_row", always: true },
  ]);
});
