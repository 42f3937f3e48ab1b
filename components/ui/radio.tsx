import { type ComponentProps, type ReactNode, useId } from "react";

/** One of several answers: its words, and what they mean underneath. */
export function Radio({
  label,
  hint,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint: ReactNode }) {
  const id = useId();
  return (
    <div className="flex items-start gap-2">
      <input
        {...rest}
        id={id}
        type="radio"
        aria-describedby={`${id}-hint`}
        className="mt-0.75 size-4 shrink-0"
      />
      <div className="min-w-0">
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      </div>
    </div>
  );
}
