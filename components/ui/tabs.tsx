import Link from "next/link";
import { useFormatter } from "next-intl";

export type Tab = { key: string; label: string; href: string; current: boolean; count?: number };

/** Parts of one page, each at an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const format = useFormatter();
  return (
    <nav aria-label={label} className="border-rule-strong border-b print:hidden">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {tabs.map((tab) => (
          <li key={tab.key}>
            <Link
              href={tab.href}
              scroll={false}
              aria-current={tab.current ? "page" : undefined}
              className="inline-flex h-9 items-center gap-1.5 border-transparent border-b-2 text-muted hover:text-lake aria-[current]:border-lake aria-[current]:font-medium aria-[current]:text-ink"
            >
              {tab.label}
              {tab.count === undefined ? null : (
                <span className="text-muted text-sm tabular-nums">{format.number(tab.count)}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
