import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answered } from "@/app/answered";
import { ListOfLists } from "@/components/registrations/list-of-lists";
import { LinkButton } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { withAsOf } from "@/lib/civil-date/as-of";
import { listRequestLists } from "@/lib/services/registrations/list-request-lists";
import { type Search, textIn } from "./read-selection";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registrations");
  return { title: t("title") };
}

/** All request lists of the office: the drafts, then what was filed. */
export default async function RegistrationsPage({
  searchParams,
}: {
  searchParams: Promise<Search>;
}) {
  const actor = await requireActor();
  const asOf = textIn(await searchParams, "asOf");
  const lists = await answered(listRequestLists(actor, {}));
  const t = await getTranslations("registrations");
  const students = withAsOf("/students", asOf || null);
  return (
    <>
      <PageHeading
        title={t("title")}
        lead={t("lead")}
        actions={
          may(actor, "registrations:write") ? (
            <LinkButton look="primary" href={students}>
              {t("choose")}
            </LinkButton>
          ) : undefined
        }
      />
      <ListOfLists lists={lists} asOf={asOf || null} />
    </>
  );
}
