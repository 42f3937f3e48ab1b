import { useTranslations } from "next-intl";

/** How far something is, in words and as a bar. `total` null: it is under way, its end not yet known. */
export function ProgressBar({
  label,
  done,
  total,
}: {
  label: string;
  done: number;
  total: number | null;
}) {
  const t = useTranslations("ui");
  const words =
    total === null ? t("progress.counting", { done }) : t("progress.of", { done, total });
  return (
    <div className="space-y-1.5">
      <div className="flex justify-between gap-4">
        <span>{label}</span>
        <span className="text-muted tabular-nums">{words}</span>
      </div>
      <progress
        aria-label={label}
        aria-valuetext={words}
        max={total ?? undefined}
        value={total === null ? undefined : Math.min(done, total)}
        className="progress block h-1.5 w-full"
      />
    </div>
  );
}
