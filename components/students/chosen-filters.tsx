import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { useQuoted } from "@/components/ui/use-quoted";
import { dayInTable } from "@/lib/i18n/format-day";
import type { StudentFilter } from "@/lib/services/students/student-filter";
import { useFacetLabel } from "./facet-label";
import { deskHref, FACET_NAMES, toggleHref } from "./filter-link";

type Chip = { key: string; text: string; href: string };

/** What the rows are limited to, each a link that gives it up. Nothing where nothing is chosen. */
export function ChosenFilters({ filter }: { filter: StudentFilter }) {
  const t = useTranslations("students");
  const quoted = useQuoted();
  const label = useFacetLabel();
  const chips: Chip[] = [
    ...(filter.q === ""
      ? []
      : [{ key: "q", text: quoted(filter.q), href: deskHref(filter, { q: "" }) }]),
    ...FACET_NAMES.flatMap((facet) =>
      filter[facet].map((value) => ({
        key: `${facet}=${value}`,
        text: `${t(`facets.${facet}`)}: ${label(facet, value)}`,
        href: toggleHref(filter, facet, value),
      })),
    ),
    ...(filter.log === undefined
      ? []
      : [{ key: "log", text: t("brokenLog"), href: deskHref(filter, { log: undefined }) }]),
    ...projectedChip(filter, t),
  ];
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t("chosen")} className="flex flex-wrap items-center gap-1.5 text-sm">
      {chips.map(({ key, text, href }) => (
        <li key={key}>
          <Link
            href={href}
            className="inline-flex min-h-7 items-center gap-1.5 rounded-md bg-lake-wash px-2 hover:underline"
          >
            {text}
            <Icon name="close" className="text-lake print:hidden" />
            <span className="sr-only">{t("giveUp")}</span>
          </Link>
        </li>
      ))}
      <li>
        <Link
          href={deskHref(filter, clearedFilter)}
          className="px-1 text-lake underline underline-offset-3 print:hidden"
        >
          {t("giveUpAll")}
        </Link>
      </li>
    </ul>
  );
}

/** One chip for both ends of the days on which the limit is reached. */
function projectedChip(
  filter: StudentFilter,
  t: (key: string, days: Record<"from" | "to", string>) => string,
): Chip[] {
  const { projectedFrom: from, projectedTo: to } = filter;
  if (from === undefined && to === undefined) return [];
  const text = t("projected", {
    from: from === undefined ? "…" : dayInTable(from),
    to: to === undefined ? "…" : dayInTable(to),
  });
  const href = deskHref(filter, { projectedFrom: undefined, projectedTo: undefined });
  return [{ key: "projected", text, href }];
}

const clearedFilter: Partial<StudentFilter> = {
  q: "",
  verdict: [],
  registration: [],
  inside: [],
  citizenship: [],
  faculty: [],
  housing: [],
  log: undefined,
  projectedFrom: undefined,
  projectedTo: undefined,
};
