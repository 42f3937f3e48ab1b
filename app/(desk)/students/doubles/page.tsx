import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answered } from "@/app/answered";
import { DoublePairs } from "@/components/students/people/double-pairs";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/button";
import { ClientMessages } from "@/components/ui/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/auth/actor";
import { getDoubles } from "@/lib/services/students/doubles";
import { keepTwoPeople } from "./actions";

const ADDRESS = "/students/doubles";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.doubles"))("title") };
}

/** Pairs of students who may be one person, to be compared or told apart. */
export default async function DoublesPage({
  searchParams,
}: {
  searchParams: Promise<{ page?: string }>;
}) {
  const actor = await requireActor();
  const { total, pairs, page, pageSize } = await answered(
    getDoubles(actor, { page: (await searchParams).page }),
  );
  const t = await getTranslations("people.doubles");
  const desk = (await getTranslations("students"))("title");
  return (
    <ClientMessages namespaces={["people"]}>
      <Breadcrumbs steps={[{ label: desk, href: "/students" }, { label: t("title") }]} />
      <PageHeading title={t("title")} lead={t("lead", { total })} />
      {pairs.length > 0 ? (
        <DoublePairs pairs={pairs} apart={keepTwoPeople} />
      ) : total === 0 && page === 1 ? (
        <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
      ) : (
        <EmptyState
          title={t("afterLast")}
          action={<LinkButton href={ADDRESS}>{t("firstPage")}</LinkButton>}
        />
      )}
      {pairs.length > 0 ? (
        <Pagination
          page={page}
          pageSize={pageSize}
          total={total}
          hrefOf={(number) => `${ADDRESS}?page=${number}`}
        />
      ) : null}
    </ClientMessages>
  );
}
