import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button-class";
import { FilterFacets } from "@/components/ui/filter-facets";
import { Icon } from "@/components/ui/icon";
import { VERDICTS } from "@/lib/compliance/assessment";
import type { StudentPage } from "@/lib/services/students/list-students";
import type { StudentFilter } from "@/lib/services/students/student-filter";
import { useFacetLabel } from "./facet-label";
import { FACET_NAMES, type FacetName, toggleHref } from "./filter-link";

type Facets = StudentPage["facets"];

/** Verdicts stay in their own order, worst first; everything else comes by how many there are. */
function inOrder(facet: FacetName, counts: Facets[FacetName]): Facets[FacetName] {
  if (facet !== "verdict") return counts;
  return VERDICTS.flatMap((verdict) => counts.filter(({ value }) => value === verdict));
}

/** Chosen values that nobody has any more stay in the menu, so that they can be given up. */
function withChosen(counts: Facets[FacetName], chosen: readonly string[]): Facets[FacetName] {
  const missing = chosen.filter((value) => counts.every((count) => count.value !== value));
  return [...counts, ...missing.map((value) => ({ value, count: 0 }))];
}

/** The bar of filters: for each property a menu of its values with how many students have each. */
export function FacetMenus({ facets, filter }: { facets: Facets; filter: StudentFilter }) {
  const t = useTranslations("students.facets");
  const label = useFacetLabel();
  return (
    <div className="flex flex-wrap gap-1.5 print:hidden">
      {FACET_NAMES.map((facet) => {
        const chosen: readonly string[] = filter[facet];
        const id = `facet-${facet}`;
        return (
          <div key={facet}>
            <button
              type="button"
              popoverTarget={id}
              className={`${buttonClass({ size: "small" })} ${chosen.length > 0 ? "border-lake bg-lake-wash" : ""}`}
            >
              {t(facet)}
              {chosen.length > 0 ? <span className="tabular-nums">({chosen.length})</span> : null}
              <Icon name="down" className="text-muted" />
            </button>
            <div
              id={id}
              popover="auto"
              className="inset-auto m-0 mt-1 max-h-[70vh] w-72 max-w-[calc(100vw-2rem)] overflow-y-auto border border-rule-strong bg-sheet p-3 text-ink shadow-float [position-area:bottom_span-right] [position-try-fallbacks:flip-inline]"
            >
              <FilterFacets
                title={t(facet)}
                facets={inOrder(facet, withChosen(facets[facet], chosen)).map(
                  ({ value, count }) => ({
                    key: value,
                    label: label(facet, value),
                    count,
                    href: toggleHref(filter, facet, value),
                    selected: chosen.includes(value),
                  }),
                )}
              />
            </div>
          </div>
        );
      })}
    </div>
  );
}
