import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { ImportProgress, ImportState } from "@/lib/db/import/import-words";

type Stage = ImportProgress["stage"];
const STEPS = ["reading", "comparing", "writing"] as const satisfies readonly Stage[];

/** The stages of a job on an import: those behind it, where it is and since when, those ahead. Rows are counted only where they are counted. */
export function ProgressSteps({
  state,
  progress,
  seconds,
}: {
  state: ImportState;
  /** Null: it has not been begun. */
  progress: ImportProgress | null;
  /** Of this stage; null: not known. */
  seconds: number | null;
}) {
  const t = useTranslations("imports.progress");
  const stage = progress?.stage ?? null;
  if (stage === "undoing") return <Current stage={stage} progress={progress} seconds={seconds} />;
  const at = stage === null ? -1 : STEPS.indexOf(stage);
  return (
    <ol className="space-y-2">
      {stage === null ? (
        <li aria-current="step">
          <Current stage="waiting" progress={null} seconds={null} />
        </li>
      ) : null}
      {STEPS.map((step, index) =>
        index === at ? (
          <li key={step} aria-current="step">
            <Current stage={step} progress={progress} seconds={seconds} />
          </li>
        ) : index < at ? (
          <li key={step} className="flex gap-1.5">
            <Icon name="check" className="mt-0.75 text-covered" />
            {t(`behind.${step}`, { total: progress?.total ?? 0 })}
          </li>
        ) : (
          <li key={step} className="pl-5.5 text-muted">
            {t(`ahead.${step}`, { decided: state === "committing" ? "yes" : "no" })}
          </li>
        ),
      )}
    </ol>
  );
}

function Current({
  stage,
  progress,
  seconds,
}: {
  stage: Stage | "waiting";
  progress: ImportProgress | null;
  seconds: number | null;
}) {
  const t = useTranslations("imports.progress");
  const elapsed = useElapsed();
  const part = stage === "reading" ? partOf(progress) : null;
  const words = [
    ...(stage === "reading"
      ? [part ? t("rowsOf", part) : t("rows", { done: progress?.done ?? 0 })]
      : []),
    ...(seconds === null ? [] : [elapsed(seconds)]),
  ];
  return <ProgressBar label={t(stage)} words={words.join(" · ")} part={part} />;
}

/** How much of a whole that is known. */
function partOf(progress: ImportProgress | null) {
  const { done = 0, total } = progress ?? {};
  return total === undefined ? null : { done, total };
}

function useElapsed() {
  const t = useTranslations("imports.progress");
  return (seconds: number) =>
    seconds < 60
      ? t("seconds", { seconds })
      : t("minutes", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}
