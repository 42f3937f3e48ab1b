"use client";

import { useTranslations } from "next-intl";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useRefreshEvery } from "@/components/ui/use-refresh-every";
import type { ImportRecord } from "@/lib/db/import/import-words";

const ASK_AGAIN_MS = 1000;

/** How far a job is; the page asks again until the job has ended. The job itself needs no page. */
export function ImportProgress({ progress }: { progress: ImportRecord["progress"] }) {
  const t = useTranslations("imports.progress");
  useRefreshEvery(ASK_AGAIN_MS);
  return (
    <div className="max-w-xl space-y-3">
      <ProgressBar
        label={t(progress?.stage ?? "waiting")}
        done={progress?.done ?? 0}
        total={progress?.total ?? null}
      />
      <p className="text-muted">{t("closeTab")}</p>
    </div>
  );
}
