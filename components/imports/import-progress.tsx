"use client";

import { useTranslations } from "next-intl";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { ImportRecord } from "@/lib/db/import/import-words";
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
  const now = moves === null ? progress : moves.progress;
  return (
    <div className="max-w-xl space-y-3">
      <ProgressBar
        label={t(now?.stage ?? "waiting")}
        done={now?.done ?? 0}
        total={now?.total ?? null}
      />
      <p className="text-muted">{t(isAway ? "away" : "closeTab")}</p>
    </div>
  );
}
