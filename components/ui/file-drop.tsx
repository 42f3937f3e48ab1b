"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useId, useState } from "react";
import { Icon } from "./icon";

/**
 * A field for one file, to be chosen or dropped. The system's own file input lies over the whole
 * area, so dropping, keyboard and screen readers need no script of ours.
 */
export function FileDrop({
  label,
  hint,
  error,
  onChange,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
}) {
  const t = useTranslations("ui");
  const id = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <div className="space-y-1">
      <div className="relative flex min-h-28 flex-col items-center justify-center gap-1 rounded-md border border-edge border-dashed bg-sheet px-4 py-5 text-center has-focus-visible:outline-2 has-focus-visible:outline-lake has-focus-visible:outline-offset-2 has-aria-invalid:border-over hover:bg-lake-wash">
        <input
          {...rest}
          id={id}
          type="file"
          aria-describedby={`${id}-hint`}
          aria-invalid={error ? true : undefined}
          className="absolute inset-0 size-full cursor-pointer opacity-0"
          onChange={(event) => {
            setChosen(event.currentTarget.files?.[0]?.name ?? null);
            onChange?.(event);
          }}
        />
        <Icon name={chosen ? "file" : "upload"} className="text-lake" />
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-muted text-sm" aria-live="polite">
          {chosen ?? hint ?? t("fileDrop.hint")}
        </p>
      </div>
      {error ? <p className="text-over text-sm">{error}</p> : null}
    </div>
  );
}
