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

/**
 * A link to a file that looks like a button. A plain link: the router would wait for ever for a page that
 * does not come, and every form on the page with it.
 */
export function DownloadButton({
  look,
  size,
  className = "",
  children,
  ...rest
}: ComponentProps<"a"> & ButtonLook & { href: string }) {
  return (
    <a {...rest} download className={`${buttonClass({ look, size })} ${className}`}>
      {children}
    </a>
  );
}
