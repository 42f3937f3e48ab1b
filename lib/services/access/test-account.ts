import "server-only";
import type { Role } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { findSignedIn, type SignedIn } from "@/lib/db/sessions";
import { createAccount } from "./create-account";
import { signIn } from "./sign-in";

export type TestAccount = { actor: SignedIn; email: string; password: string };

let made = 0;

/** For tests: a new user of the institution, signed in. */
export async function newTestAccount(institutionId: string, role: Role): Promise<TestAccount> {
  made += 1;
  const email = `${role}-${made}-${institutionId}@example.kg`;
  const account = { email, name: `The ${role} ${made}`, role, locale: "ru" } as const;
  const { password } = await createAccount(systemActor(institutionId), account);
  return { actor: await signInAs(email, password), email, password };
}

/** Signs in from an address of its own, so that tests do not count each other's attempts. */
export async function signInAs(email: string, password: string): Promise<SignedIn> {
  const outcome = await signIn({ email, password }, { address: email, userAgent: "test" });
  const actor = outcome.kind === "open" ? await findSignedIn(outcome.sessionId) : null;
  if (actor === null) throw new Error(`${email} could not sign in: ${outcome.kind}`);
  return actor;
}
