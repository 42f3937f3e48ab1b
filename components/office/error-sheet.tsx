import type { ReactNode } from "react";
import { Wordmark } from "./wordmark";

/** A page of its own, outside the desk, for what went wrong or is not there. */
export function ErrorSheet({ product, children }: { product: string; children: ReactNode }) {
  return (
    <main className="mx-auto w-full max-w-xl px-4 py-16">
      <p className="mb-10">
        <Wordmark name={product} />
      </p>
      {children}
    </main>
  );
}
