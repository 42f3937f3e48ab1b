import type { ReactNode } from "react";
import { Wordmark } from "./wordmark";

/** A page of its own for what went wrong, or for what is not there. */
export function ErrorSheet({
  product,
  title,
  children,
}: {
  product: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <main className="mx-auto w-full max-w-xl px-4 py-16">
      <p className="mb-10">
        <Wordmark name={product} />
      </p>
      <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
      <div className="mt-2 space-y-5">{children}</div>
    </main>
  );
}
