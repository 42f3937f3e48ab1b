import Link from "next/link";
import { useFormatter } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "./icon";

export type Facet = {
  key: string;
  label: ReactNode;
  count: number;
  /** Where it leads: chosen if it is not, given up if it is. */
  href: string;
  selected: boolean;
};

/** The values of one property with how many rows have each; a link chooses or gives up a value. */
export function FilterFacets({ title, facets }: { title: string; facets: readonly Facet[] }) {
  const format = useFormatter();
  return (
    <nav aria-label={title} className="print:hidden">
      <p className="border-rule border-b pb-1 font-medium text-muted text-sm">{title}</p>
      <ul>
        {facets.map((facet) => (
          <li key={facet.key}>
            <Link
              href={facet.href}
              scroll={false}
              aria-current={facet.selected ? "true" : undefined}
              className="flex min-h-7 items-center gap-2 px-1 py-0.5 hover:bg-lake-wash aria-[current]:bg-lake-wash aria-[current]:font-medium"
            >
              <span className="min-w-0 flex-1">{facet.label}</span>
              <span className="text-muted text-sm tabular-nums">{format.number(facet.count)}</span>
              <Icon name="close" className={facet.selected ? "text-lake" : "invisible"} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
