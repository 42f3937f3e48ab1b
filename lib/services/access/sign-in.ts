import "server-only";
import { verifyPassword } from "@/lib/auth/password";
import type { Locale } from "@/lib/auth/permissions";
import type { RequestOrigin } from "@/lib/auth/request-origin";
import { SESSION_SECONDS } from "@/lib/auth/session-life";
import { recordAudit } from "@/lib/db/audit";
import { inInstitution } from "@/lib/db/in-institution";
import { insertSession } from "@/lib/db/sessions";
import { countAttempt, forgiveAttempt } from "@/lib/db/sign-in-attempts";
import { findUserForSignIn, type SignInUser, setUserLocale } from "@/lib/db/users";
import { foldEmail } from "./account-fields";

export type Credentials = { email: string; password: string };

/** `wrong` says neither whether the e-mail or the password was; `disabled` is told to the owner only. */
export type SignInOutcome =
  | { kind: "open"; sessionId: string; locale: Locale }
  | { kind: "wrong" }
  | { kind: "disabled" }
  | { kind: "blocked"; until: Date };

/**
 * Tries e-mail and password, and opens a session when they are right. The one service without an
 * actor: it is what makes one. A language chosen on the sign-in page becomes the user's own.
 */
export async function signIn(
  { email: typed, password }: Credentials,
  { address, userAgent }: RequestOrigin,
  chosen?: Locale,
): Promise<SignInOutcome> {
  const email = foldEmail(typed);
  const until = await countAttempt({ email, address });
  if (until !== null) return { kind: "blocked", until };
  const user = await findUserForSignIn(email);
  const matches = await verifyPassword(user?.passwordHash ?? null, password);
  if (user === null) return { kind: "wrong" };
  if (!matches) {
    await remember(user, "sessions.refuse");
    return { kind: "wrong" };
  }
  if (user.disabled) return { kind: "disabled" };
  await forgiveAttempt({ email, address });
  const locale = chosen ?? user.locale;
  return { kind: "open", sessionId: await openSession({ ...user, locale }, userAgent), locale };
}

function openSession(user: SignInUser, userAgent: string): Promise<string> {
  return inInstitution(user, async (tx) => {
    const session = { userId: user.id, userAgent, seconds: SESSION_SECONDS };
    const sessionId = await insertSession(tx, user, session);
    await setUserLocale(tx, user.id, user.locale);
    await recordAudit(tx, { ...user, userId: user.id }, "sessions.open", {
      entity: "session",
      id: sessionId,
    });
    return sessionId;
  });
}

async function remember(user: SignInUser, action: string): Promise<void> {
  await inInstitution(user, (tx) =>
    recordAudit(tx, { ...user, userId: null }, action, { entity: "user", id: user.id }),
  );
}
