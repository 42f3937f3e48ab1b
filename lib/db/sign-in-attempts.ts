import "server-only";
import { createHmac } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "@/lib/env/env";
import { connections } from "./connection";

/** Attempts that may fail within a quarter of an hour before the next ones have to wait. */
const ATTEMPTS = { email: 10, address: 50 };
const SECONDS = 15 * 60;

type Limiters = { email: RateLimiterPostgres; address: RateLimiterPostgres };
let limiters: Limiters | undefined;

function open(): Limiters {
  const make = (kind: keyof Limiters) =>
    new RateLimiterPostgres({
      storeClient: connections().pool,
      storeType: "pool",
      tableName: "sign_in_attempt",
      tableCreated: true,
      keyPrefix: kind,
      points: ATTEMPTS[kind],
      duration: SECONDS,
    });
  return { email: make("email"), address: make("address") };
}

/** The table holds no personal data: what is counted is kept only as a keyed hash. */
function disguise(text: string): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(text).digest("base64url");
}

/** Who tries: the e-mail in lower case and the network address of the browser. */
export type Attempt = { email: string; address: string };

/**
 * Counts an attempt before it is tried, so that many at once are not many free ones.
 * Returns null if it may be tried, else the moment from which one may again.
 */
export async function countAttempt({ email, address }: Attempt): Promise<Date | null> {
  limiters ??= open();
  const results = await Promise.allSettled([
    limiters.email.consume(disguise(email)),
    limiters.address.consume(disguise(address)),
  ]);
  let wait = 0;
  for (const result of results) {
    if (result.status === "fulfilled") continue;
    if (!(result.reason instanceof RateLimiterRes)) throw result.reason;
    wait = Math.max(wait, result.reason.msBeforeNext);
  }
  return wait === 0 ? null : new Date(Date.now() + wait);
}

/** The attempt succeeded: the e-mail starts anew, and the address is not charged for it. */
export async function forgiveAttempt({ email, address }: Attempt): Promise<void> {
  limiters ??= open();
  await Promise.all([
    limiters.email.delete(disguise(email)),
    limiters.address.reward(disguise(address)),
  ]);
}
