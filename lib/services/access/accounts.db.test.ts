import { afterAll, beforeEach, expect, test } from "vitest";
import { closeConnections } from "@/lib/db/connection";
import { findSignedIn } from "@/lib/db/sessions";
import { newTestInstitution } from "@/lib/db/test-institution";
import { changeOwnLocale } from "./change-own-locale";
import { changeOwnPassword } from "./change-own-password";
import { changeRole } from "./change-role";
import { createAccount } from "./create-account";
import { disableAccount, enableAccount } from "./disable-account";
import { listAccounts } from "./list-accounts";
import { listOwnSessions, listSessions } from "./list-sessions";
import { resetPassword } from "./reset-password";
import { endSession } from "./revoke-session";
import { endOwnSession, signOut } from "./sign-out";
import { newTestAccount, signInAs, type TestAccount } from "./test-account";

let institutionId: string;
let admin: TestAccount;
let reader: TestAccount;

beforeEach(async () => {
  institutionId = await newTestInstitution();
  admin = await newTestAccount(institutionId, "administrator");
  reader = await newTestAccount(institutionId, "reader");
});
afterAll(closeConnections);

const isAlive = async ({ actor }: TestAccount) => (await findSignedIn(actor.sessionId)) !== null;

test("a revoked session is over at its next request, the user's other sessions are not", async () => {
  const other = await signInAs(reader.email, reader.password);
  await endSession(admin.actor, { sessionId: reader.actor.sessionId });
  expect(await isAlive(reader)).toBe(false);
  expect(await findSignedIn(other.sessionId)).not.toBeNull();
});

test("disabling a user ends all of the user's sessions, enabling brings back none of them", async () => {
  const { userId } = reader.actor;
  await disableAccount(admin.actor, { userId });
  expect(await isAlive(reader)).toBe(false);
  await enableAccount(admin.actor, { userId });
  expect(await isAlive(reader)).toBe(false);
  expect((await signInAs(reader.email, reader.password)).userId).toBe(userId);
});

test("a changed role counts from the next request on", async () => {
  await changeRole(admin.actor, { userId: reader.actor.userId, role: "registrar" });
  expect(await findSignedIn(reader.actor.sessionId)).toMatchObject({ role: "registrar" });
});

test("a reset password replaces the old one, ends the sessions and works once it is told", async () => {
  const { password } = await resetPassword(admin.actor, { userId: reader.actor.userId });
  expect(await isAlive(reader)).toBe(false);
  await expect(signInAs(reader.email, reader.password)).rejects.toThrow("wrong");
  expect((await signInAs(reader.email, password)).userId).toBe(reader.actor.userId);
});

test("changing one's own password ends every session but the new one", async () => {
  const elsewhere = await signInAs(reader.email, reader.password);
  const { sessionId } = await changeOwnPassword(reader.actor, {
    current: reader.password,
    next: "a new long password",
    repeated: "a new long password",
    userAgent: "test",
  });
  expect(await isAlive(reader)).toBe(false);
  expect(await findSignedIn(elsewhere.sessionId)).toBeNull();
  expect(await findSignedIn(sessionId)).toMatchObject({ userId: reader.actor.userId });
});

test.each([
  [{ current: "wrong" }, { current: "passwordWrong" }],
  [{ next: "short", repeated: "short" }, { next: "passwordTooShort" }],
  [{ repeated: "something else" }, { repeated: "passwordsDiffer" }],
])("a change of password with %j is refused at its field", async (change, fields) => {
  const input = {
    current: reader.password,
    next: "a new long password",
    repeated: "a new long password",
    userAgent: "test",
    ...change,
  };
  await expect(changeOwnPassword(reader.actor, input)).rejects.toMatchObject({
    code: "invalid",
    fields,
  });
  expect(await isAlive(reader)).toBe(true);
});

test("an open desk is no place to guess its owner's password", async () => {
  const guess = () =>
    changeOwnPassword(reader.actor, {
      current: "a guess",
      next: "a new long password",
      repeated: "a new long password",
      userAgent: "test",
    });
  for (let i = 0; i < 10; i++) {
    await expect(guess()).rejects.toMatchObject({ fields: { current: "passwordWrong" } });
  }
  await expect(guess()).rejects.toMatchObject({ fields: { current: "tooManyAttempts" } });
});

test("the last administrator can be neither disabled nor demoted", async () => {
  const { userId } = admin.actor;
  const refusal = { code: "conflict", reason: "lastAdministrator" };
  await expect(disableAccount(admin.actor, { userId })).rejects.toMatchObject(refusal);
  await expect(changeRole(admin.actor, { userId, role: "reader" })).rejects.toMatchObject(refusal);
  const second = await newTestAccount(institutionId, "administrator");
  await disableAccount(admin.actor, { userId: second.actor.userId });
  await expect(disableAccount(admin.actor, { userId })).rejects.toMatchObject(refusal);
});

test("of two administrators who remove each other at once one stays", async () => {
  for (let round = 0; round < 5; round++) {
    const other = await newTestAccount(institutionId, "administrator");
    const outcomes = await Promise.allSettled([
      disableAccount(admin.actor, { userId: other.actor.userId }),
      changeRole(other.actor, { userId: admin.actor.userId, role: "reader" }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const users = await listAccounts(admin.actor, {});
    const left = users.filter(({ role, disabled }) => role === "administrator" && !disabled);
    expect(left).toHaveLength(1);
    if (left[0]?.id !== admin.actor.userId) admin = other;
  }
});

test("an e-mail is one account, in whatever letters and whichever institution", async () => {
  const account = { name: "Second", role: "reader", locale: "ky" } as const;
  const refusal = { code: "invalid", fields: { email: "emailTaken" } };
  const email = reader.email.toUpperCase();
  await expect(createAccount(admin.actor, { ...account, email })).rejects.toMatchObject(refusal);
  const stranger = await newTestAccount(await newTestInstitution(), "administrator");
  await expect(createAccount(stranger.actor, { ...account, email })).rejects.toMatchObject(refusal);
});

test("another institution's administrator neither sees nor touches our users and sessions", async () => {
  const { actor } = await newTestAccount(await newTestInstitution(), "administrator");
  const { userId, sessionId } = reader.actor;
  const notFound = { code: "notFound" };
  expect((await listAccounts(actor, {})).map(({ id }) => id)).toEqual([actor.userId]);
  expect((await listSessions(actor, {})).map(({ id }) => id)).toEqual([actor.sessionId]);
  await expect(endSession(actor, { sessionId })).rejects.toMatchObject(notFound);
  await expect(disableAccount(actor, { userId })).rejects.toMatchObject(notFound);
  await expect(resetPassword(actor, { userId })).rejects.toMatchObject(notFound);
  const demotion = changeRole(actor, { userId, role: "administrator" });
  await expect(demotion).rejects.toMatchObject(notFound);
  expect(await findSignedIn(sessionId)).toMatchObject({ role: "reader" });
});

test("one's own sessions are one's own: nobody else's are listed or ended with them", async () => {
  const own = await listOwnSessions(reader.actor, {});
  expect(own.map(({ id }) => id)).toEqual([reader.actor.sessionId]);
  const { sessionId } = admin.actor;
  await expect(endOwnSession(reader.actor, { sessionId })).rejects.toMatchObject({
    code: "notFound",
  });
  expect(await isAlive(admin)).toBe(true);
});

test("signing out ends the session, and again does no harm", async () => {
  await signOut(reader.actor.sessionId);
  expect(await isAlive(reader)).toBe(false);
  await signOut(reader.actor.sessionId);
});

test("the language is remembered with the user", async () => {
  await changeOwnLocale(reader.actor, { locale: "ky" });
  expect(await findSignedIn(reader.actor.sessionId)).toMatchObject({ locale: "ky" });
});
