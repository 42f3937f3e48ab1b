import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { findSignedIn } from "@/lib/db/sessions";
import { env } from "@/lib/env/env";
import { usesHttps } from "./session-cookie";
import { SESSION_SECONDS } from "./session-life";

/** What next-auth needs from the services: both are given by the route, which may know them. */
export type Doors = {
  /** Session's id, or null where the credentials do not open one. */
  open(credentials: { email: string; password: string }, headers: Headers): Promise<string | null>;
  close(sessionId: string): Promise<void>;
};

const credentialsInput = z.object({ email: z.string(), password: z.string() });
const token = z.object({ sid: z.uuid() });

function headersOf(raw: Record<string, unknown> | undefined): Headers {
  const text = Object.entries(raw ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return new Headers(text);
}

/** next-auth with e-mail and password; the token in the cookie carries a session's id and nothing else. */
export function authOptions({ open, close }: Doors): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: usesHttps(),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/" },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (raw, request) => {
          const parsed = credentialsInput.safeParse(raw);
          if (!parsed.success) return null;
          const id = await open(parsed.data, headersOf(request.headers));
          return id === null ? null : { id };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token: claims, user }) => ({ sid: user?.id ?? claims["sid"] }),
      session: async ({ session, token: claims }) => {
        const sid = token.safeParse(claims).data?.sid;
        const actor = sid === undefined ? null : await findSignedIn(sid);
        return {
          expires: session.expires,
          ...(actor && { user: { name: actor.name, email: actor.email } }),
        };
      },
    },
    events: {
      signOut: async ({ token: claims }) => {
        const sid = token.safeParse(claims).data?.sid;
        if (sid !== undefined) await close(sid);
      },
    },
  };
}
