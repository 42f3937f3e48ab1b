import type { ReactNode } from "react";

export type FieldText = {
  label: ReactNode;
  /** What belongs in the field, in one sentence. */
  hint?: ReactNode;
  /** What is wrong and how to mend it. */
  error?: ReactNode;
};

/** The label, hint and error around one control; `id` is the control's. */
export function Field({
  id,
  label,
  hint,
  error,
  children,
}: FieldText & { id: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-over text-sm">
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** What ties a control to the texts of its Field for a screen reader. */
export function fieldAria(id: string, { hint, error }: FieldText) {
  const ids = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  return { id, "aria-describedby": ids || undefined, "aria-invalid": error ? true : undefined };
}

/** The look of every control that holds text. */
export const CONTROL =
  "h-9 w-full min-w-0 rounded-md border border-edge bg-sheet px-2.5 text-ink placeholder:text-muted hover:not-disabled:border-lake aria-invalid:border-over disabled:bg-shade";
