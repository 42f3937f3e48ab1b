import type { ReactNode } from "react";

/** The first stop of the keyboard: past the navigation, to the page itself (an element with `id`). */
export function SkipLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a
      href={`#${to}`}
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-lake focus:px-3 focus:py-2 focus:text-on-lake"
    >
      {children}
    </a>
  );
}
