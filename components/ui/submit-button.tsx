"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";
import type { ButtonLook } from "./button-class";

/**
 * Sends the form around it; while the answer is under way it says so and cannot be pressed twice. It is not disabled for
 * that: a disabled button loses the focus, and after a refusal the keyboard would be nowhere.
 */
export function SubmitButton({
  children,
  pending: pendingText,
  name,
  value,
  look = "primary",
  size,
  disabled = false,
}: ButtonLook & {
  children: ReactNode;
  pending?: ReactNode;
  name?: string;
  value?: string;
  /** There is nothing to send yet. */
  disabled?: boolean;
}) {
  const { pending } = useFormStatus();
  return (
    <Button
      type="submit"
      name={name}
      value={value}
      look={look}
      size={size}
      disabled={disabled}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {pending && pendingText ? pendingText : children}
    </Button>
  );
}
