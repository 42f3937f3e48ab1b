import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answered } from "@/app/answered";
import { DiscardForm } from "@/components/imports/discard-form";
import { ImportProgress } from "@/components/imports/import-progress";
import { ImportRefused } from "@/components/imports/import-refused";
import { ImportReview } from "@/components/imports/import-review";
import { ImportState } from "@/components/imports/import-state";
import { ClosedUnwritten, KeptUntil, OriginalFile } from "@/components/imports/kept-file";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeading } from "@/components/ui/page-heading";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { OUTCOMES } from "@/lib/db/import/import-words";
import { getImport, getImportRows } from "@/lib/services/imports/get-import";
import {
  compareLog,
  decideMeanings,
  discard,
  readAgain,
  readOtherwise,
  writeRows,
} from "./actions";
import { PeoplePart } from "./people-part";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("one") };
}

type Search = Record<string, string | string[] | undefined>;

const PAGE = 100;
/** No file has so many rows; the database counts no further. */
const LAST_ROW = 2_147_483_647;
const WORKING = ["uploaded", "reading", "committing", "undoing"];

/** A row's number as an address has it; 0: none. */
function rowNumber(asked: string | string[] | undefined): number {
  const number = Number.parseInt(String(asked ?? "0"), 10) || 0;
  return Math.min(Math.max(0, number), LAST_ROW);
}

export default async function ImportPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Search>;
}) {
  const actor = await requireActor();
  const { id: importId } = await params;
  const search = await searchParams;
  const outcome = OUTCOMES.find((known) => known === search["outcome"]) ?? null;
  const marked = rowNumber(search["row"]);
  const after = marked === 0 ? rowNumber(search["after"]) : marked - 1;
  const found = await answered(getImport(actor, { importId }));
  const { record } = found;
  const rows = await answered(
    getImportRows(actor, { importId, outcomes: outcome ? [outcome] : [], after, limit: PAGE }),
  );
  const t = await getTranslations("imports");
  const actions = may(actor, "imports:write")
    ? { writeRows, discard, readAgain, readOtherwise, decideMeanings, compareLog }
    : null;
  return (
    <ClientMessages namespaces={["imports"]}>
      <Breadcrumbs steps={[{ label: t("title"), href: "/imports" }, { label: record.fileName }]} />
      <PageHeading
        title={record.fileName}
        lead={
          <span className="flex flex-wrap gap-x-4">
            {t(`kinds.${record.kind}`)} <ImportState state={record.state} />
          </span>
        }
        actions={<OriginalFile record={record} />}
      />
      <ClosedUnwritten record={record} />
      <KeptUntil record={record} />
      {WORKING.includes(record.state) ? (
        <ImportProgress importId={importId} state={record.state} progress={record.progress} />
      ) : null}
      {actions && ["uploaded", "reading", "committing"].includes(record.state) ? (
        <DiscardForm importId={importId} lost={found.wouldLose} action={actions.discard} />
      ) : null}
      {record.state === "refused" || record.state === "failed" ? (
        <ImportRefused found={found} actions={actions} />
      ) : null}
      {record.counts !== null && !WORKING.includes(record.state) ? (
        <ImportReview
          found={found}
          people={
            <PeoplePart
              actor={actor}
              record={record}
              after={search["people"]}
              settled={search["settled"]}
            />
          }
          page={{ rows, outcome, after, size: PAGE, marked }}
          actions={actions}
        />
      ) : null}
    </ClientMessages>
  );
}
