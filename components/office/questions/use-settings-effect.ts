"use client";

import { useEffect, useState } from "react";
import type { SettingsEffect } from "@/lib/services/office/settings-effect";

/** What is known of the effect of the answers on the screen; `same`: they are those in force. */
export type EffectState =
  | { kind: "same" }
  | { kind: "counting" }
  | { kind: "known"; effect: SettingsEffect }
  | { kind: "failed" };

/** A short while, so that going through the answers by arrow keys does not count each on the way. */
const REST_MS = 200;

/**
 * Asks the server what the answers would change. `query` names them; "" where nothing is changed. An
 * answer belongs to its query: one that comes late for an earlier query is never shown.
 */
export function useSettingsEffect(query: string): EffectState & { again: () => void } {
  const [told, setTold] = useState<{ query: string; effect: SettingsEffect | null } | null>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same once more.
  useEffect(() => {
    if (query === "") return;
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      const effect = await ask(query, asking.signal);
      if (!asking.signal.aborted) setTold({ query, effect });
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [query, round]);
  const again = () => {
    setTold(null);
    setRound(round + 1);
  };
  return { ...stateOf(query, told), again };
}

function stateOf(
  query: string,
  told: { query: string; effect: SettingsEffect | null } | null,
): EffectState {
  if (query === "") return { kind: "same" };
  if (told === null || told.query !== query) return { kind: "counting" };
  return told.effect === null ? { kind: "failed" } : { kind: "known", effect: told.effect };
}

/** The server's count; null where there is none to be had, whatever the cause. */
async function ask(query: string, signal: AbortSignal): Promise<SettingsEffect | null> {
  try {
    const response = await fetch(`/api/office/settings-effect?${query}`, { signal });
    return response.ok ? ((await response.json()) as SettingsEffect) : null;
  } catch {
    return null;
  }
}
