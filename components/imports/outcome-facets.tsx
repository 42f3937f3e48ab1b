import { useTranslations } from "next-intl";
import { FilterFacets } from "@/components/ui/filter-facets";
import { OUTCOMES, type Outcome, type OutcomeCounts } from "@/lib/db/import/import-words";
import type { Tense } from "./tense";

/** How many rows have each outcome; a click shows only these. */
export function OutcomeFacets({
  importId,
  counts,
  chosen,
  tense,
}: {
  importId: string;
  counts: OutcomeCounts;
  chosen: Outcome | null;
  tense: Tense;
}) {
  const t = useTranslations("imports");
  const facets = OUTCOMES.filter((outcome) => counts[outcome]).map((outcome) => ({
    key: outcome,
    label: t(`${counts[outcome] === 1 ? "outcomeOfRow" : "outcomes"}.${outcome}`),
    count: counts[outcome] ?? 0,
    selected: chosen === outcome,
    href: chosen === outcome ? `/imports/${importId}` : `/imports/${importId}?outcome=${outcome}`,
  }));
  return <FilterFacets title={t("rows.outcome", { tense })} facets={facets} />;
}
