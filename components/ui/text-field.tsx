import { type ComponentProps, useId } from "react";
import { CONTROL, Field, type FieldText, fieldAria } from "./field";

/** One line of text (also e-mail, password, number, search: by `type`). */
export function TextField({ label, hint, error, ...rest }: FieldText & ComponentProps<"input">) {
  const made = useId();
  const id = rest.id ?? made;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input {...rest} {...fieldAria(id, { label, hint, error })} className={CONTROL} />
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({ label, hint, error, ...rest }: FieldText & ComponentProps<"textarea">) {
  const made = useId();
  const id = rest.id ?? made;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea
        rows={3}
        {...rest}
        {...fieldAria(id, { label, hint, error })}
        className={`${CONTROL} h-auto py-2`}
      />
    </Field>
  );
}
