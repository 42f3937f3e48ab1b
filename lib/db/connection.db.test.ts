import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeConnections } from "./connection";
import { inInstitution } from "./in-institution";
import { newTestInstitution } from "./test-institution";
import { ownerUrl } from "./test-worker-database";

const MINUTE_MS = 60_000;
const owner = new pg.Client({ connectionString: ownerUrl });

/** Keeps the server in Bishkek's zone, as a machine there does; sessions learn of it when they connect. */
async function serverZone(statement: string): Promise<void> {
  await owner.query(`do $$ begin
    execute format('alter database %I ${statement}', current_database());
  end $$`);
  await closeConnections();
}

beforeAll(async () => {
  await owner.connect();
  await serverZone("set timezone = ''Asia/Bishkek''");
});
afterAll(async () => {
  await serverZone("reset timezone");
  await owner.end();
});

test("the server of this test keeps another zone than UTC", async () => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query("show timezone");
  await client.end();
  expect(rows).toEqual([{ TimeZone: "Asia/Bishkek" }]);
});

test("a moment that the database notes is read as that moment, and one that the program gives is kept as it", async () => {
  const institutionId = await newTestInstitution();
  const [row] = await inInstitution(
    { institutionId },
    (tx) => tx.$queryRaw<{ noted: Date; ahead: number }[]>`
      select clock_timestamp() as noted,
        extract(epoch from ${new Date()}::timestamptz - clock_timestamp())::float8 * 1000 as ahead`,
  );
  expect(Math.abs((row?.noted.getTime() ?? 0) - Date.now())).toBeLessThan(MINUTE_MS);
  expect(Math.abs(row?.ahead ?? Number.NaN)).toBeLessThan(MINUTE_MS);
});
