import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Texts that every page sends to the browser. */
const ALWAYS = ["ui", "shell", "errors"] as const;

/**
 * Sends the texts of the named namespaces to the client components inside; without it they would
 * have only `ui`, `shell` and `errors`. Server components need no provider.
 */
export async function ClientMessages({
  namespaces,
  children,
}: {
  namespaces: readonly string[];
  children: ReactNode;
}) {
  const all: Record<string, unknown> = await getMessages();
  const sent = new Set<string>([...ALWAYS, ...namespaces]);
  const messages = Object.fromEntries(Object.entries(all).filter(([name]) => sent.has(name)));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
