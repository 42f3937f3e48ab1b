import "server-only";
import { isMigrated } from "@/lib/db/health";
import { log } from "@/lib/log/log";

export type Health = { database: "ok" | "unreachable"; migrations: "ok" | "missing" | "unknown" };

/** What a monitor asks of the program, without a session. Tells nothing about any institution. */
export async function health(): Promise<Health> {
  try {
    return { database: "ok", migrations: (await isMigrated()) ? "ok" : "missing" };
  } catch (error) {
    log.error({ err: error }, "health");
    return { database: "unreachable", migrations: "unknown" };
  }
}
