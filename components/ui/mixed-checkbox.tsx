"use client";

import { type ComponentProps, useEffect, useRef } from "react";
import { Checkbox } from "./checkbox";

/** A box above other boxes: on, off, or `mixed` where only some of them are on. */
export function MixedCheckbox({
  mixed,
  ...rest
}: ComponentProps<typeof Checkbox> & { mixed: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = mixed;
  }, [mixed]);
  return <Checkbox {...rest} ref={input} />;
}
