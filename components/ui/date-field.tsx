import { type ComponentProps, useId } from "react";
import { CONTROL, Field, type FieldText, fieldAria } from "./field";

/** A civil day, sent as "YYYY-MM-DD"; the browser shows it in the reader's own order. */
export function DateField({
  label,
  hint,
  error,
  ...rest
}: FieldText & Omit<ComponentProps<"input">, "type">) {
  const made = useId();
  const id = rest.id ?? made;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input
        {...rest}
        {...fieldAria(id, { label, hint, error })}
        type="date"
        className={`${CONTROL} max-w-44`}
      />
    </Field>
  );
}
