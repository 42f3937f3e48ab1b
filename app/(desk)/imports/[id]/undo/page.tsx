import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answered } from "@/app/answered";
import { NotWritten } from "@/components/imports/undo/not-written";
import { UndoPlan } from "@/components/imports/undo/undo-plan";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeading } from "@/components/ui/page-heading";
import { requireActor } from "@/lib/auth/actor";
import { AppError } from "@/lib/services/app-error";
import { getImport } from "@/lib/services/imports/get-import";
import { undoPreview } from "@/lib/services/imports/undo-preview";
import { undo } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports.undo"))("title") };
}

/** Null where there is nothing to take back (any more), as for whoever comes back to this page afterwards. */
function unlessWritten(error: unknown): null {
  if (error instanceof AppError && error.reason === "importNotWritten") return null;
  throw error;
}

export default async function UndoPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id: importId } = await params;
  const preview = await answered(undoPreview(actor, { importId }).catch(unlessWritten));
  const { record } = preview ?? (await answered(getImport(actor, { importId })));
  const t = await getTranslations("imports");
  const { fileName } = record;
  return (
    <ClientMessages namespaces={["imports"]}>
      <Breadcrumbs
        steps={[
          { label: t("title"), href: "/imports" },
          { label: fileName, href: `/imports/${importId}` },
          { label: t("undo.title") },
        ]}
      />
      <PageHeading title={t("undo.title")} lead={t("undo.lead", { file: fileName })} />
      {preview === null ? (
        <NotWritten record={record} />
      ) : (
        <UndoPlan preview={preview} action={undo} />
      )}
    </ClientMessages>
  );
}
