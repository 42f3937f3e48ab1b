"use client";

import { useTranslations } from "next-intl";
import type { ImportRecord } from "@/lib/db/import/import-words";
import { ProgressSteps } from "./progress-steps";
import { useImportNews } from "./use-import-news";

const ASK_AGAIN_MS = 1000;

/** How far a job is; the page asks until the job has ended, and comes anew then. The job itself needs no page. */
export function ImportProgress({
  importId,
  state,
  progress,
}: Pick<ImportRecord, "state" | "progress"> & { importId: string }) {
  const t = useTranslations("imports.progress");
  const { moves, isAway } = useImportNews(importId, (now) => now.state !== state, ASK_AGAIN_MS);
  return (
    <div className="max-w-xl space-y-3">
      <ProgressSteps
        state={state}
        progress={moves === null ? progress : moves.progress}
        seconds={moves?.seconds ?? null}
      />
      <p className="text-muted">{t(isAway ? "away" : "closeTab")}</p>
    </div>
  );
}
