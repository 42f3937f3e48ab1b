import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { findSignedIn, type SignedIn } from "@/lib/db/sessions";
import { readSessionId } from "./session-cookie";

export type { SignedIn } from "@/lib/db/sessions";

/** Header in which proxy.ts passes on the path that was asked for. */
export const PATH_HEADER = "x-sanak-path";

/**
 * Who sent this request, or null. The session's row is asked once a request, so that a session
 * revoked, a user disabled or a role changed counts from the next request on.
 */
export const currentActor = cache(async (): Promise<SignedIn | null> => {
  const sessionId = await readSessionId();
  return sessionId === null ? null : findSignedIn(sessionId);
});

/** Who sent this request. Whoever has no living session goes to the sign-in page, and back after it. */
export async function requireActor(): Promise<SignedIn> {
  const actor = await currentActor();
  if (actor !== null) return actor;
  const path = (await headers()).get(PATH_HEADER) ?? "/";
  const ended = (await readSessionId()) === null ? "" : "&ended=1";
  // What a page sends comes with this header of Next.js: it was not done, and whoever sent it must know.
  const unsent = (await headers()).has("next-action") ? "&unsent=1" : "";
  redirect(`/sign-in?next=${encodeURIComponent(path)}${ended}${unsent}`);
}
