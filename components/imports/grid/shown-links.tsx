import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { type GridCounts, type GridFilter, SHOWN, type Shown } from "@/lib/db/import/grid-words";

/** Which rows are shown, with how many there are of each. */
export function ShownLinks({
  importId,
  counts,
  filter,
}: {
  importId: string;
  counts: GridCounts;
  filter: GridFilter;
}) {
  const t = useTranslations("imports.grid");
  const format = useFormatter();
  const isChosen = (show: Shown) => filter.group === null && filter.show === show;
  return (
    <nav aria-label={t("showing")}>
      <ul className="flex flex-wrap gap-x-1 gap-y-1">
        {SHOWN.filter((show) => show === "all" || counts[show] > 0 || isChosen(show)).map(
          (show) => (
            <li key={show}>
              <Link
                href={`/imports/${importId}/grid?show=${show}`}
                scroll={false}
                aria-current={isChosen(show) ? "true" : undefined}
                className="inline-flex min-h-7 items-center gap-1.5 px-2 hover:bg-lake-wash aria-[current]:bg-lake-wash aria-[current]:font-medium"
              >
                {t(`shown.${show}`)}
                <span className="text-muted text-sm tabular-nums">
                  {format.number(counts[show])}
                </span>
              </Link>
            </li>
          ),
        )}
      </ul>
    </nav>
  );
}
