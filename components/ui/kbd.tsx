import type { ReactNode } from "react";

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded-sm border border-edge bg-shade px-1 font-sans text-xs">{children}</kbd>
  );
}
