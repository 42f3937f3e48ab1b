import type { Locale } from "@/lib/auth/permissions";
import { loadMessages } from "./load-messages";

/**
 * Plain texts of a namespace in a given language, for files that are not in the reader's language.
 * The returned function takes a dotted key; it throws where there is no such text.
 */
export async function readText(
  locale: Locale,
  namespace: string,
): Promise<(key: string) => string> {
  const messages = (await loadMessages(locale, false))[namespace];
  return (key) => {
    const text = key
      .split(".")
      .reduce<unknown>((node, part) => (isNode(node) ? node[part] : undefined), messages);
    if (typeof text !== "string") throw new Error(`no text ${namespace}.${key} in ${locale}`);
    return text;
  };
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
