import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answered } from "@/app/answered";
import { AuditFilter } from "@/components/office/audit-filter";
import { AuditTable } from "@/components/office/audit-table";
import { OfficeHeading } from "@/components/office/office-heading";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/auth/actor";
import { listAccounts } from "@/lib/services/access/list-accounts";
import { listAudit, listAuditVocabulary } from "@/lib/services/audit/list-audit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("office"))("tabs.audit") };
}

type Search = Promise<Record<string, string | string[] | undefined>>;

/** The parts of the address that are filled; an empty field of the filter's form asks for nothing. */
function filled(search: Awaited<Search>): Record<string, string> {
  const texts = Object.entries(search).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "",
  );
  return Object.fromEntries(texts);
}

export default async function AuditPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor();
  const filter = filled(await searchParams);
  const [{ events, next }, words, users] = await answered(
    Promise.all([
      listAudit(actor, filter),
      listAuditVocabulary(actor, {}),
      listAccounts(actor, {}),
    ]),
  );
  const t = await getTranslations("office.audit");
  return (
    <>
      <OfficeHeading current="audit" />
      <AuditFilter filter={filter} words={words} users={users} />
      {events.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneLead")}</EmptyState>
      ) : (
        <AuditTable events={events} />
      )}
      {next === null ? null : (
        <LinkButton href={`/office/audit?${new URLSearchParams({ ...filter, after: next })}`}>
          {t("older")}
        </LinkButton>
      )}
    </>
  );
}
