import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { day, formatDay } from "@/lib/civil-date/day";
import { assess } from "@/lib/compliance/assess";
import { VERDICTS } from "@/lib/compliance/assessment";
import { ruleSetFor } from "@/lib/compliance/rule-set";
import { defaultSettings } from "@/lib/compliance/settings";
import { closeConnections } from "@/lib/db/connection";
import { findSignedIn } from "@/lib/db/sessions";
import { emptyDatabase, type OwnDatabase } from "@/lib/db/test-worker-database";
import { signIn } from "@/lib/services/access/sign-in";
import { importFile } from "@/lib/services/imports/import-file";
import { listYears } from "@/lib/services/office/academic-years";
import { createDraft } from "@/lib/services/registrations/create-draft";
import { fileList } from "@/lib/services/registrations/file-list";
import { getRequestList } from "@/lib/services/registrations/get-request-list";
import { listStudents } from "@/lib/services/students/list-students";
import { factsOf } from "./facts-of";
import { makeDemonstration } from "./institution-data";
import { type DemoAccount, loadDemonstration } from "./load";

const AS_OF = day("2025-11-15");
let database: OwnDatabase;
let accounts: DemoAccount[];

async function asOwner<Row extends object>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  const { rows } = await client.query<Row>(sql);
  await client.end();
  return rows;
}

beforeAll(async () => {
  database = await emptyDatabase("sanak_demonstration_test");
  await closeConnections();
  const demonstration = await loadDemonstration();
  expect(demonstration.today).toBe(formatDay(AS_OF));
  accounts = demonstration.accounts;
});

afterAll(async () => {
  await closeConnections();
  await database.drop();
});

async function signedIn({ email, password }: DemoAccount): Promise<Actor> {
  const outcome = await signIn({ email, password }, { address: "127.0.0.1", userAgent: "test" });
  if (outcome.kind !== "open") throw new Error(`${email}: ${outcome.kind}`);
  const actor = await findSignedIn(outcome.sessionId);
  if (actor === null) throw new Error(`${email}: no session`);
  return actor;
}

test("administrator, registrar and reader can sign in with the passwords that are told", async () => {
  const roles: string[] = [];
  for (const account of accounts) roles.push((await signedIn(account)).role);
  expect(roles).toEqual(["administrator", "registrar", "reader"]);
});

test("the desk says of 15 November what the engine says of the makers' students", async () => {
  const { academicYear, students } = makeDemonstration();
  const verdicts = students.map(
    (student) =>
      assess(factsOf(student), ruleSetFor("kg"), defaultSettings, AS_OF, academicYear).verdict,
  );
  const [, registrar] = accounts;
  if (registrar === undefined) throw new Error("no registrar");
  const desk = await listStudents(await signedIn(registrar), { asOf: AS_OF });
  expect(desk.total).toBe(students.length);
  const onDesk = new Map(desk.facets.verdict.map(({ value, count }) => [value, count]));
  for (const verdict of VERDICTS) {
    const expected = verdicts.filter((each) => each === verdict).length;
    expect([verdict, onDesk.get(verdict)]).toEqual([verdict, expected]);
  }
});

test("the academic year of the demonstration is there on any day, and so are homes with their papers", async () => {
  const [administrator] = accounts;
  if (administrator === undefined) throw new Error("no administrator");
  const years = await listYears(await signedIn(administrator), {});
  expect(years).toContainEqual(
    expect.objectContaining({ from: day("2025-09-01"), to: day("2026-06-30") }),
  );
  const [homes] = await asOwner<Record<"dormitory" | "consented" | "lacking", number>>(
    `select count(*) filter (where route = 'dormitory' and dormitory_id is not null)::int as dormitory,
      count(*) filter (where route = 'address' and consent_date is not null)::int as consented,
      count(*) filter (where route = 'address' and consent_date is null)::int as lacking
    from residence`,
  );
  expect(homes?.dormitory).toBeGreaterThan(300);
  expect(homes?.consented).toBeGreaterThan(100);
  expect(homes?.lacking).toBeGreaterThan(50);
});

test("the answer among the files is one to the list of those at risk, row by row", async () => {
  const [, account] = accounts;
  if (account === undefined) throw new Error("no registrar");
  const registrar = await signedIn(account);
  const filter = { asOf: AS_OF, verdict: ["at_risk" as const] };
  const { id } = await createDraft(registrar, {
    selection: { kind: "matching", filter },
    asOf: formatDay(AS_OF),
  });
  const draft = await getRequestList(registrar, { listId: id, asOf: formatDay(AS_OF) });
  await fileList(registrar, {
    ...{ listId: id, asOf: formatDay(AS_OF), fingerprint: draft.fingerprint ?? "" },
    ...{ petition: "", representative: "", powerOfAttorney: "" },
  });
  const content = Readable.from([await readFile(join("demo", "answer.xlsx"))]);
  const record = await importFile(registrar, {
    kind: "authority",
    fileName: "answer.xlsx",
    content,
  });
  expect(record).toMatchObject({ state: "committed" });
  expect(Object.keys(record.counts ?? {})).toEqual(["new"]);
});

test("a database that has an institution is refused and stays as it was", async () => {
  await expect(loadDemonstration()).rejects.toMatchObject({
    code: "conflict",
    reason: "alreadyInstalled",
  });
  const [rows] = await asOwner<Record<"students" | "institutions", number>>(
    `select (select count(*) from student)::int as students,
      (select count(*) from institution)::int as institutions`,
  );
  expect(rows).toEqual({ students: 1_200, institutions: 1 });
});
