"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState, useTransition } from "react";
import { askAgain } from "@/components/ui/ask-again";
import type { ImportMoves } from "@/lib/services/imports/get-progress";

/** An answer that has not come by then will not come. */
const LONGEST_MS = 30_000;
/** The session has ended, or there is nothing to be seen any more: the page itself says so. */
const GONE: readonly number[] = [401, 403, 404];

/**
 * Asks the server how an import is, every so many milliseconds after the answer before. `isNews` says that the page shows
 * something else: then the page comes anew, once, and the next question waits for it. The server may be away
 * meanwhile (`isAway`): nothing is lost, it is asked again.
 */
export function useImportNews(
  importId: string,
  isNews: (moves: ImportMoves) => boolean,
  milliseconds: number,
): { moves: ImportMoves | null; isAway: boolean } {
  const router = useRouter();
  const [refreshing, begin] = useTransition();
  const [moves, setMoves] = useState<ImportMoves | null>(null);
  const [isAway, setAway] = useState(false);
  const isBusy = useEffectEvent(() => refreshing);
  const tell = useEffectEvent((answer: ImportMoves | "gone" | null) => {
    setAway(answer === null);
    if (answer === null) return;
    if (answer !== "gone") setMoves(answer);
    if (answer === "gone" || isNews(answer)) begin(() => router.refresh());
  });
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const ask = async (): Promise<ImportMoves | "gone"> => {
      const response = await fetch(`/api/imports/${importId}/progress`, {
        signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]),
      });
      if (GONE.includes(response.status)) return "gone";
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    };
    const pause = () =>
      new Promise<boolean>((resolve) => {
        if (signal.aborted) resolve(false);
        const timer = setTimeout(() => resolve(true), milliseconds);
        signal.addEventListener("abort", () => {
          clearTimeout(timer);
          resolve(false);
        });
      });
    void askAgain<ImportMoves | "gone">({
      pause,
      isBusy: () => isBusy(),
      ask,
      tell: (answer) => {
        if (!signal.aborted) tell(answer);
      },
    });
    return () => stop.abort();
  }, [importId, milliseconds]);
  return { moves, isAway };
}
