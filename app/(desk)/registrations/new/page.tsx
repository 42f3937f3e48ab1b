import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CandidateTables } from "@/components/registrations/candidate-tables";
import { ListCounts } from "@/components/registrations/list-counts";
import { StartListForm } from "@/components/registrations/start-list-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/button";
import { ClientMessages } from "@/components/ui/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { requireActor } from "@/lib/auth/actor";
import { readAsOf } from "@/lib/civil-date/as-of";
import { formatDay } from "@/lib/civil-date/day";
import { today } from "@/lib/clock/today";
import { AppError } from "@/lib/services/app-error";
import { previewRequestList } from "@/lib/services/registrations/preview-list";
import { queryOf, readSelection, type Search, textIn } from "../read-selection";
import { startList } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("registrations.new"))("title") };
}

/** Who of the chosen students can be filed and who not; nothing is kept until the form says so. */
export default async function NewListPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor();
  const search = await searchParams;
  const asOf = formatDay(readAsOf(textIn(search, "asOf"), today()).asOf);
  const selection = readSelection(search, today());
  const t = await getTranslations("registrations");
  if (selection === null) return <NothingChosen reason="nobodyChosen" />;
  const preview = await previewRequestList(actor, { selection, asOf }).catch(refusalOf);
  if (typeof preview === "string") return <NothingChosen reason={preview} />;
  return (
    <ClientMessages namespaces={["registrations"]}>
      <Breadcrumbs
        steps={[{ label: t("title"), href: "/registrations" }, { label: t("new.title") }]}
      />
      <PageHeading title={t("new.title")} lead={<ListCounts {...preview} />} />
      <StartListForm
        action={startList}
        asOf={asOf}
        selection={queryOf(search)}
        drafts={preview.drafts}
      />
      <CandidateTables {...preview} />
    </ClientMessages>
  );
}

/** The key of the message that says why; a fault goes on. */
function refusalOf(error: unknown): string {
  if (error instanceof AppError) return error.reason;
  throw error;
}

async function NothingChosen({ reason }: { reason: string }) {
  const words = await getTranslations("errors");
  const t = await getTranslations("registrations");
  return (
    <EmptyState
      title={words(reason)}
      action={<LinkButton href="/students">{t("choose")}</LinkButton>}
    />
  );
}
