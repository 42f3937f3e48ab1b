import type { ReactNode } from "react";

/** The title of a page, a sentence under it, and what can be done on it. One a page. */
export function PageHeading({
  title,
  lead,
  actions,
}: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 max-w-3xl">
        <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
        {lead ? <div className="mt-1 text-muted">{lead}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2 print:hidden">{actions}</div> : null}
    </header>
  );
}

/** A part of a page under its own heading, with a rule above, as a ledger divides its page. */
export function Section({
  id,
  title,
  aside,
  children,
}: {
  /** Where links lead to this part. */
  id?: string;
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section id={id} className="scroll-mt-(--top-bar) border-rule-strong border-t pt-3">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="font-semibold text-lg">{title}</h2>
        {aside ? <div className="text-muted text-sm">{aside}</div> : null}
      </div>
      {children}
    </section>
  );
}
