import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env/env";
import { SESSION_SECONDS } from "./session-life";

/** Whether this site is reached over https, as NEXTAUTH_URL tells: then the cookie goes nowhere else. */
export function usesHttps(): boolean {
  return env().NEXTAUTH_URL?.startsWith("https://") ?? false;
}

/** next-auth's own names, so that its endpoints and ours read one cookie. */
function cookieName(): string {
  return `${usesHttps() ? "__Secure-" : ""}next-auth.session-token`;
}

const claims = z.object({ sid: z.uuid() });

/** The session's id in the request's cookie; null without one, or when it is not ours or has expired. */
export async function readSessionId(): Promise<string | null> {
  const token = (await cookies()).get(cookieName())?.value;
  if (token === undefined) return null;
  const payload = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  return claims.safeParse(payload).data?.sid ?? null;
}

/** Gives the browser the cookie of a session: an encrypted token with the session's id, nothing else. */
export async function writeSessionCookie(sessionId: string): Promise<void> {
  const value = await encode({
    token: { sid: sessionId },
    secret: env().NEXTAUTH_SECRET,
    maxAge: SESSION_SECONDS,
  });
  (await cookies()).set(cookieName(), value, {
    httpOnly: true,
    sameSite: "lax",
    secure: usesHttps(),
    path: "/",
    maxAge: SESSION_SECONDS,
  });
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete({ name: cookieName(), path: "/", secure: usesHttps() });
}
