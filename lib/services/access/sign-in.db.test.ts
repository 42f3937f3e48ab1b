import pg from "pg";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeConnections } from "@/lib/db/connection";
import { findSignedIn } from "@/lib/db/sessions";
import { newTestInstitution } from "@/lib/db/test-institution";
import { ownerUrl } from "@/lib/db/test-worker-database";
import { listAudit } from "../audit/list-audit";
import { disableAccount } from "./disable-account";
import { signIn } from "./sign-in";
import { newTestAccount, type TestAccount } from "./test-account";

let institutionId: string;
let account: TestAccount;

beforeEach(async () => {
  institutionId = await newTestInstitution();
  account = await newTestAccount(institutionId, "administrator");
});
afterAll(closeConnections);

let addresses = 0;
function somewhere() {
  addresses += 1;
  return { address: `10.0.${addresses >> 8}.${addresses & 255}`, userAgent: "Firefox" };
}

test("the right password opens a session, however the e-mail is typed", async () => {
  const { email, password } = account;
  const typed = `  ${email.toUpperCase()} `;
  expect(await signIn({ email: typed, password }, somewhere())).toMatchObject({ kind: "open" });
});

test("a wrong password and an unknown e-mail get the same answer", async () => {
  const { email } = account;
  expect(await signIn({ email, password: "wrong" }, somewhere())).toEqual({ kind: "wrong" });
  const nobody = { email: "nobody@example.kg", password: "wrong" };
  expect(await signIn(nobody, somewhere())).toEqual({ kind: "wrong" });
});

test("a failed attempt on an account stands in its institution's audit, without the password", async () => {
  await signIn({ email: account.email, password: "my other password" }, somewhere());
  const { events } = await listAudit(account.actor, { action: "sessions.refuse" });
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({ entity: "user", entityId: account.actor.userId });
  expect(JSON.stringify(events)).not.toContain("my other password");
});

test("a closed account is told so only to whoever knows its password", async () => {
  const { email, password, actor } = await newTestAccount(institutionId, "reader");
  await disableAccount(account.actor, { userId: actor.userId });
  expect(await signIn({ email, password }, somewhere())).toEqual({ kind: "disabled" });
  expect(await signIn({ email, password: "wrong" }, somewhere())).toEqual({ kind: "wrong" });
});

test("after ten wrong passwords from ten addresses the right one has to wait as well", async () => {
  const { email, password } = account;
  for (let i = 0; i < 10; i++) {
    expect(await signIn({ email, password: "guess" }, somewhere())).toEqual({ kind: "wrong" });
  }
  const outcome = await signIn({ email, password }, somewhere());
  if (outcome.kind !== "blocked") throw new Error(outcome.kind);
  const wait = outcome.until.getTime() - Date.now();
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(15 * 60_000);
});

test("guesses sent all at once are counted all the same", async () => {
  const { email } = account;
  const guesses = Array.from({ length: 25 }, () =>
    signIn({ email, password: "guess" }, somewhere()),
  );
  const kinds = (await Promise.all(guesses)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "wrong")).toHaveLength(10);
  expect(kinds.filter((kind) => kind === "blocked")).toHaveLength(15);
});

test("one address may not try its luck on many accounts", async () => {
  const here = somewhere();
  for (let i = 0; i < 50; i++) {
    await signIn({ email: `victim-${i}@example.kg`, password: "guess" }, here);
  }
  const { email, password } = account;
  expect(await signIn({ email, password }, here)).toMatchObject({ kind: "blocked" });
  expect(await signIn({ email, password }, somewhere())).toMatchObject({ kind: "open" });
});

test("signing in rightly forgives the mistakes before it", async () => {
  const { email, password } = account;
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 6; i++) await signIn({ email, password: "mistyped" }, somewhere());
    expect(await signIn({ email, password }, somewhere())).toMatchObject({ kind: "open" });
  }
});

test("the table of attempts names neither e-mails nor addresses", async () => {
  await signIn({ email: account.email, password: "wrong" }, somewhere());
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ key: string }>("select key from sign_in_attempt");
  await owner.end();
  expect(rows.length).toBeGreaterThan(0);
  for (const { key } of rows) expect(key).toMatch(/^(email|address):[\w-]{43}$/);
});

test("a session that has run out is over", async () => {
  const { sessionId } = account.actor;
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("update session set expires_at = now() where id = $1", [sessionId]);
  await owner.end();
  expect(await findSignedIn(sessionId)).toBeNull();
});
