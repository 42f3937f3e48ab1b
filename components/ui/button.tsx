import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button-class";

/** A plain button; `type` is "button" unless said otherwise, so that it never sends a form by accident. */
export function Button({
  look,
  size,
  className = "",
  type = "button",
  ...rest
}: ComponentProps<"button"> & ButtonLook) {
  return <button {...rest} type={type} className={`${buttonClass({ look, size })} ${className}`} />;
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function LinkButton({
  look,
  size,
  className = "",
  ...rest
}: ComponentProps<typeof Link> & ButtonLook) {
  return <Link {...rest} className={`${buttonClass({ look, size })} ${className}`} />;
}
