import "server-only";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Actor } from "@/lib/auth/permissions";
import type { Service } from "./define-service";

/** A service of which nothing is known but what it tells of itself; its schema checks the input. */
export type AnyService = ((actor: Actor, input: unknown) => Promise<unknown>) & {
  service: Service<never, unknown>["service"];
};

function isService(value: unknown): value is AnyService {
  return typeof value === "function" && "service" in value;
}

/** Every service that a module of lib/services exports, found in the folder itself. */
export async function everyService(): Promise<AnyService[]> {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.ts$/.test(file) && !/\.test\.ts$|(^|\/)test-/.test(file),
  );
  const modules = await Promise.all(
    files.map((file): Promise<object> => import(join(import.meta.dirname, file))),
  );
  return [...new Set(modules.flatMap((module) => Object.values(module)).filter(isService))];
}
