import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answered } from "@/app/answered";
import { DraftSheet } from "@/components/registrations/draft-sheet";
import { FiledSheet } from "@/components/registrations/filed-sheet";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ClientMessages } from "@/components/ui/client-messages";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { readAsOf } from "@/lib/civil-date/as-of";
import { formatDay } from "@/lib/civil-date/day";
import { today } from "@/lib/clock/today";
import { getRequestList } from "@/lib/services/registrations/get-request-list";
import { type Search, textIn } from "../read-selection";
import { describe, discard, file, takeOff } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registrations");
  return { title: t("one") };
}

/** One list: a draft as the facts stand on the day of the screen, or a filed one as it was filed. */
export default async function RequestListPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Search>;
}) {
  const actor = await requireActor();
  const { id: listId } = await params;
  const { asOf } = readAsOf(textIn(await searchParams, "asOf"), today());
  const sheet = await answered(getRequestList(actor, { listId, asOf: formatDay(asOf) }));
  const t = await getTranslations("registrations");
  const { number } = sheet.list;
  const label = number === null ? t("draft.title") : t("filed.title", { number });
  const actions = may(actor, "registrations:write") ? { takeOff, describe, file, discard } : null;
  return (
    <ClientMessages namespaces={["registrations"]}>
      <Breadcrumbs steps={[{ label: t("title"), href: "/registrations" }, { label }]} />
      {sheet.list.state === "filed" ? (
        <FiledSheet sheet={sheet} mayImport={may(actor, "imports:write")} />
      ) : (
        <DraftSheet sheet={sheet} actions={actions} />
      )}
    </ClientMessages>
  );
}
