"use client";

import { useTranslations } from "next-intl";
import { useImportNews } from "../use-import-news";

const ASK_AGAIN_MS = 2000;

/** The effect is found out in the background; the page asks until it is there. The rest of it can be used. */
export function EffectWaiting({ importId }: { importId: string }) {
  const t = useTranslations("imports");
  const { isAway } = useImportNews(
    importId,
    ({ state, effectKnown }) => effectKnown || state !== "ready",
    ASK_AGAIN_MS,
  );
  return (
    <p role="status" className="text-muted">
      {t(isAway ? "progress.away" : "effect.waiting")}
    </p>
  );
}
