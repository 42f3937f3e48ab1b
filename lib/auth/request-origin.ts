import "server-only";

/** Where a request comes from: the network address, and what the browser calls itself. */
export type RequestOrigin = { address: string; userAgent: string };

/**
 * The last address of X-Forwarded-For is the one that the nearest server, ours or the proxy before
 * it, has seen itself; those in front of it are only claims.
 */
export function requestOrigin(headers: Headers): RequestOrigin {
  const seen = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return { address: seen || "unknown", userAgent: headers.get("user-agent") ?? "" };
}
