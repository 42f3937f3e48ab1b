import { type ComponentProps, useId } from "react";
import { CONTROL, Field, type FieldText, fieldAria } from "./field";
import { Icon } from "./icon";

export type Option = { value: string; label: string; disabled?: boolean };

/** One of a few; the system's own list, which every keyboard, phone and screen reader knows. */
export function Select({
  label,
  hint,
  error,
  options,
  empty,
  ...rest
}: FieldText & ComponentProps<"select"> & { options: readonly Option[]; empty?: string }) {
  const made = useId();
  const id = rest.id ?? made;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <span className="relative block">
        <select
          {...rest}
          {...fieldAria(id, { label, hint, error })}
          className={`${CONTROL} appearance-none pr-8`}
        >
          {empty === undefined ? null : <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" className="pointer-events-none absolute top-2.5 right-2 text-muted" />
      </span>
    </Field>
  );
}
