import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answered } from "@/app/answered";
import { MergeSheet } from "@/components/students/people/merge-sheet";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeading } from "@/components/ui/page-heading";
import { requireActor } from "@/lib/auth/actor";
import { comparePeople } from "@/lib/services/students/merge-people";
import { keepTwoPeople } from "../doubles/actions";
import { mergeTwo } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.merge"))("title") };
}

/** Two records side by side; they become one where they are one person's. */
export default async function MergePage({
  searchParams,
}: {
  searchParams: Promise<{ kept?: string; gone?: string }>;
}) {
  const actor = await requireActor();
  const { kept, gone } = await searchParams;
  const compared = await answered(comparePeople(actor, { keptId: kept, goneId: gone }));
  const t = await getTranslations("people");
  const desk = (await getTranslations("students"))("title");
  return (
    <ClientMessages namespaces={["people"]}>
      <Breadcrumbs
        steps={[
          { label: desk, href: "/students" },
          { label: t("doubles.title"), href: "/students/doubles" },
          { label: t("merge.title") },
        ]}
      />
      <PageHeading title={t("merge.title")} lead={t("merge.lead")} />
      <MergeSheet
        key={`${compared.kept.student.id} ${compared.gone.student.id}`}
        compared={compared}
        merge={mergeTwo}
        apart={keepTwoPeople}
      />
    </ClientMessages>
  );
}
