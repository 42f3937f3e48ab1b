import type { ReactNode } from "react";

/** A table that may be long: beyond half a screen it scrolls in place; on paper it is whole. */
export function LongList({ children }: { children: ReactNode }) {
  return (
    <div className="max-h-[32rem] overflow-y-auto [--top-bar:0px] print:max-h-none print:overflow-visible">
      {children}
    </div>
  );
}
