import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { answered } from "@/app/answered";
import { PrintSheet } from "@/components/registrations/print-sheet";
import { ClientMessages } from "@/components/ui/client-messages";
import { requireActor } from "@/lib/auth/actor";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n/choose-locale";
import { getRequestList } from "@/lib/services/registrations/get-request-list";
import { type Search, textIn } from "../../read-selection";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registrations");
  return { title: t("print") };
}

/** A filed list on paper, in the authority's language unless `?locale=` asks for another. */
export default async function PrintPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Search>;
}) {
  const actor = await requireActor();
  const { id: listId } = await params;
  const sheet = await answered(getRequestList(actor, { listId }));
  if (sheet.list.state !== "filed") notFound();
  const asked = textIn(await searchParams, "locale");
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  return (
    <ClientMessages namespaces={["registrations"]}>
      <PrintSheet sheet={sheet} locale={locale} institutionName={actor.institutionName} />
    </ClientMessages>
  );
}
