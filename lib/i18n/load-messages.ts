import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Locale } from "@/lib/auth/permissions";

/** Every text of one language, by namespace: messages/<locale>/<namespace>.json. */
export type Messages = Record<string, Record<string, unknown>>;

const loaded = new Map<Locale, Promise<Messages>>();

/** The texts of a language; read from disk once where they cannot change (`keep`). */
export function loadMessages(locale: Locale, keep: boolean): Promise<Messages> {
  const known = loaded.get(locale);
  if (known && keep) return known;
  const reading = readMessages(locale);
  loaded.set(locale, reading);
  return reading;
}

async function readMessages(locale: Locale): Promise<Messages> {
  const folder = path.join(process.cwd(), "messages", locale);
  const files = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  const entries = files.map(async (name) => {
    const text = await readFile(path.join(folder, name), "utf8");
    return [path.basename(name, ".json"), JSON.parse(text)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
