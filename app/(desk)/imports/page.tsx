import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answered } from "@/app/answered";
import { ImportHistory } from "@/components/imports/import-history";
import { PasteForm } from "@/components/imports/paste-form";
import { TemplateLinks } from "@/components/imports/template-links";
import { UploadForm } from "@/components/imports/upload-form";
import { ClientMessages } from "@/components/ui/client-messages";
import { Notice } from "@/components/ui/notice";
import { PageHeading, Section } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { KINDS } from "@/lib/db/import/import-words";
import { listImports } from "@/lib/services/imports/list-imports";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

const REFUSALS = [
  "importKindMissing",
  "fileMissing",
  "fileTooLarge",
  "forbidden",
  "invalidInput",
] as const;

export default async function ImportsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const search = await searchParams;
  const page = Math.max(1, Number.parseInt(String(search["page"] ?? "1"), 10) || 1);
  const { imports, total, pageSize } = await answered(
    listImports(actor, { page: Math.min(page, 100_000) }),
  );
  const t = await getTranslations("imports");
  const words = await getTranslations("errors");
  const refused = REFUSALS.find((reason) => reason === search["refused"]);
  return (
    <ClientMessages namespaces={["imports"]}>
      <PageHeading title={t("title")} lead={t("lead")} />
      {refused ? <Notice tone="error">{words(refused)}</Notice> : null}
      {may(actor, "imports:write") ? (
        <Section title={t("upload.title")}>
          <UploadForm chosen={KINDS.find((kind) => kind === search["kind"])} />
          <div className="mt-4 space-y-2">
            <PasteForm />
            <TemplateLinks />
          </div>
        </Section>
      ) : null}
      <Section title={t("history.title")}>
        <ImportHistory imports={imports} />
        {total > pageSize ? (
          <Pagination
            page={page}
            pageSize={pageSize}
            total={total}
            hrefOf={(number) => `/imports?page=${number}`}
          />
        ) : null}
      </Section>
    </ClientMessages>
  );
}
