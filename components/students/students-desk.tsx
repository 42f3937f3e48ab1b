import { useTranslations } from "next-intl";
import { DayText } from "@/components/assessment/day-text";
import { LinkButton } from "@/components/ui/button";
import { ClientMessages } from "@/components/ui/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import type { StudentPage } from "@/lib/services/students/list-students";
import type { StudentFilter } from "@/lib/services/students/student-filter";
import { ChosenFilters } from "./chosen-filters";
import { FacetMenus } from "./facet-menus";
import { deskHref, filterQuery, studentHref } from "./filter-link";
import { HeldLinks } from "./held-links";
import { SearchForm } from "./search-form";
import { StudentTable } from "./student-table";

/** The review desk: search, filters, the rows and the pages of them. */
export function StudentsDesk({
  page,
  filter,
  foundNobody,
  mayRegister,
  mayImport,
  mayMerge,
  mayTakeAll,
  search,
}: {
  page: StudentPage;
  filter: StudentFilter;
  /** The search was for a number that nobody has. */
  foundNobody: boolean;
  mayRegister: boolean;
  mayImport: boolean;
  /** Whoever looks may compare records and make them one. */
  mayMerge: boolean;
  /** Whoever looks may download all that is held. */
  mayTakeAll: boolean;
  search: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations("students");
  const query = filterQuery(filter);
  const isWorstFirst = filter.sort === "verdict" && filter.dir === "asc";
  const isWhole =
    deskHref({ ...filter, asOf: undefined, sort: "verdict", dir: "asc" }) === "/students";
  return (
    <ClientMessages namespaces={["students", "assessment"]}>
      <PageHeading
        title={t("title")}
        lead={t.rich("lead", {
          total: page.total,
          day: () => <DayText day={page.asOf} />,
          order: isWorstFirst && page.total > 1 ? "worst" : "other",
        })}
        actions={
          mayMerge ? <LinkButton href="/students/doubles">{t("doubles")}</LinkButton> : undefined
        }
      />
      <div className="space-y-3">
        <div className="flex flex-col gap-3 xl:flex-row xl:items-center">
          <div className="xl:w-96">
            <SearchForm words={filter.q} query={query} action={search} />
          </div>
          <FacetMenus facets={page.facets} filter={filter} />
        </div>
        <ChosenFilters filter={filter} />
        {foundNobody ? <Notice tone="warn" title={t("search.nobody")} /> : null}
      </div>
      {page.rows.length === 0 ? (
        <NoRows filter={filter} total={page.total} isWhole={isWhole} mayImport={mayImport} />
      ) : (
        <StudentTable
          rows={page.rows.map((row) => ({
            ...row,
            asOf: page.asOf,
            href: studentHref(row.id, filter),
          }))}
          total={page.total}
          filter={filter}
          mayRegister={mayRegister}
        />
      )}
      <Pagination
        page={filter.page}
        pageSize={page.pageSize}
        total={page.total}
        hrefOf={(number) => deskHref(filter, { page: number })}
      />
      {mayTakeAll ? <HeldLinks /> : null}
    </ClientMessages>
  );
}

/** Why there are no rows: no students yet, none that match, or a page after the last one. */
function NoRows({
  filter,
  total,
  isWhole,
  mayImport,
}: {
  filter: StudentFilter;
  total: number;
  isWhole: boolean;
  mayImport: boolean;
}) {
  const t = useTranslations("students.empty");
  if (total > 0) {
    const first = <LinkButton href={deskHref(filter)}>{t("firstPage")}</LinkButton>;
    return <EmptyState title={t("afterLast")} action={first} />;
  }
  if (!isWhole) return <EmptyState title={t("noMatch")}>{t("noMatchHint")}</EmptyState>;
  const start = mayImport ? <LinkButton href="/imports">{t("import")}</LinkButton> : undefined;
  return (
    <EmptyState title={t("noStudents")} action={start}>
      {t("noStudentsHint")}
    </EmptyState>
  );
}
