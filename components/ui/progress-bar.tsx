/** Something that is under way, in words and as a bar. `part` null: how much of it is done cannot be told. */
export function ProgressBar({
  label,
  words,
  part,
}: {
  label: string;
  words: string;
  part: { done: number; total: number } | null;
}) {
  return (
    <div className="space-y-1.5">
      <div className="flex flex-wrap justify-between gap-x-4">
        <span>{label}</span>
        <span className="text-muted tabular-nums">{words}</span>
      </div>
      <progress
        aria-label={label}
        aria-valuetext={words || label}
        max={part?.total}
        value={part === null ? undefined : Math.min(part.done, part.total)}
        className="progress block h-1.5 w-full"
      />
    </div>
  );
}
