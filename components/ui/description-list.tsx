import type { ReactNode } from "react";

/** Names and their values, one a line, with a rule between, as on a personal file. */
export function DescriptionList({
  items,
}: {
  items: readonly { term: string; value: ReactNode }[];
}) {
  return (
    <dl className="@container divide-y divide-rule border-rule border-y">
      {items.map(({ term, value }) => (
        <div
          key={term}
          className="grid grid-cols-[minmax(7rem,2fr)_3fr] @lg:grid-cols-[14rem_1fr] gap-3 py-1.5"
        >
          <dt className="text-muted">{term}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
