import type { ComponentProps, ReactNode } from "react";

/** A box with its words; `hideLabel` keeps the words for screen readers only (a column of boxes). */
export function Checkbox({
  label,
  hint,
  hideLabel = false,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & {
  label: ReactNode;
  hint?: ReactNode;
  hideLabel?: boolean;
}) {
  return (
    <label className="inline-flex items-start gap-2">
      <input {...rest} type="checkbox" className="mt-0.75 size-4 shrink-0" />
      <span className={hideLabel ? "sr-only" : undefined}>
        {label}
        {hint ? <span className="block text-muted text-sm">{hint}</span> : null}
      </span>
    </label>
  );
}
