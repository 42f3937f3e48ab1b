import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answered } from "@/app/answered";
import { MendDesk } from "@/components/imports/grid/mend-desk";
import { ImportProgress } from "@/components/imports/import-progress";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeading } from "@/components/ui/page-heading";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { getGrid } from "@/lib/services/imports/mends/get-grid";
import { check, mend, preview, takeBack, texts } from "./actions";
import { shownOf } from "./shown-of";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports.grid"))("title") };
}

const MENDABLE = ["ready", "uploaded", "reading"];
const CHECKING = ["uploaded", "reading"];

export default async function GridPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const { id: importId } = await params;
  const filter = shownOf(await searchParams);
  const found = await answered(getGrid(actor, { importId, ...filter }));
  const t = await getTranslations("imports");
  const { fileName, state, progress } = found.record;
  const mendable = may(actor, "imports:write") && MENDABLE.includes(state);
  return (
    <ClientMessages namespaces={["imports"]}>
      <Breadcrumbs
        steps={[
          { label: t("title"), href: "/imports" },
          { label: fileName, href: `/imports/${importId}` },
          { label: t("grid.title") },
        ]}
      />
      <PageHeading title={t("grid.title")} lead={t(mendable ? "grid.lead" : "grid.readOnly")} />
      {CHECKING.includes(state) ? (
        <ImportProgress importId={importId} state={state} progress={progress} />
      ) : null}
      <MendDesk
        found={found}
        filter={filter}
        person={actor.userId}
        actions={mendable ? { mend, takeBack, check, texts, preview } : null}
      />
    </ClientMessages>
  );
}
