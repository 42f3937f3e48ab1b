import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DownloadButton, LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page-heading";
import { type Outcome, stayingOut } from "@/lib/db/import/import-words";
import type { ImportRowRecord } from "@/lib/db/import/row-words";
import { DecisionPart } from "./decision-part";
import { Decisions } from "./decisions";
import { EffectPart } from "./effect/effect-part";
import { EmptyCellsPart, otherRemarks } from "./empty-cells-part";
import { GivenAnswers } from "./given-answers";
import type { FoundImport, ImportActions } from "./import-refused";
import { OutcomeFacets } from "./outcome-facets";
import { ReadingSummary } from "./reading-summary";
import { RecalledNotice } from "./recalled-notice";
import { RemarkGroups } from "./remark-groups";
import { RowTable } from "./row-table";
import { tenseOf } from "./tense";
import { UnknownStudents } from "./unknown-students";

export type RowPage = {
  rows: readonly ImportRowRecord[];
  outcome: Outcome | null;
  /** Row number after which the page begins. */
  after: number;
  size: number;
  /** The row that was asked for by its number; 0: none. */
  marked: number;
};

/** What a file that was read would do, or did: counts, remarks, every row. */
export function ImportReview({
  found,
  people,
  page,
  actions,
}: {
  found: FoundImport;
  /** Who rows are, where that is a question. */
  people: ReactNode;
  page: RowPage;
  actions: ImportActions | null;
}) {
  const t = useTranslations("imports");
  const { record } = found;
  const remarks = otherRemarks(found);
  const tense = tenseOf(record.state);
  const counts = record.counts ?? {};
  const leftOut = stayingOut(counts);
  return (
    <div className="space-y-6">
      {record.format ? (
        <RecalledNotice
          format={record.format}
          dormitories={found.dormitories}
          mayChange={record.state === "ready"}
        />
      ) : null}
      {found.unfitMends > 0 ? (
        <Notice tone="warn" title={t("grid.unfit", { count: found.unfitMends })}>
          {t("grid.unfitHint")}
        </Notice>
      ) : null}
      <DecisionPart found={found} actions={actions} isNoticed={isAnythingSaid(found, remarks)} />
      {people}
      {actions && record.state === "ready" ? <Decisions found={found} actions={actions} /> : null}
      <GivenAnswers found={found} actions={actions} />
      <EffectPart found={found} actions={actions} />
      <EmptyCellsPart found={found} actions={actions} />
      <ReadingSummary found={found} actions={actions} />
      <Noticed found={found} remarks={remarks} />
      <div className="print-landscape">
        <Section
          id="rows"
          title={t("rows.title")}
          aside={
            <span className="flex flex-wrap gap-2">
              {isAnythingSaid(found, remarks) ? null : <MendLink found={found} />}
              {leftOut > 0 ? (
                <DownloadButton href={`/api/imports/${record.id}/rows`} size="small">
                  <Icon name="download" /> {t("rows.download", { count: leftOut, tense })}
                </DownloadButton>
              ) : null}
            </span>
          }
        >
          <div className="grid gap-6 lg:grid-cols-[13rem_minmax(0,1fr)] print:block">
            <OutcomeFacets
              importId={record.id}
              counts={counts}
              chosen={page.outcome}
              tense={tense}
            />
            <div className="min-w-0 space-y-3">
              <RowTable
                header={record.format?.header ?? []}
                rows={page.rows}
                tense={tense}
                marked={page.marked}
              />
              <RowSteps importId={record.id} page={page} />
            </div>
          </div>
        </Section>
      </div>
    </div>
  );
}

/** All that was remarked, each thing once. */
function Noticed({ found, remarks }: { found: FoundImport; remarks: FoundImport["remarks"] }) {
  const t = useTranslations("imports.groups");
  if (!isAnythingSaid(found, remarks)) return null;
  return (
    <Section id="noticed" title={t("title")} aside={<MendLink found={found} />}>
      <UnknownStudents found={found} />
      {remarks.length > 0 ? (
        <RemarkGroups
          groups={remarks}
          decideAt={
            found.record.state === "ready"
              ? `/imports/${found.record.id}/grid?code=otherRegistration`
              : null
          }
        />
      ) : null}
    </Section>
  );
}

const isAnythingSaid = (found: FoundImport, remarks: FoundImport["remarks"]) =>
  remarks.length > 0 || found.unknownStudents !== null;

/** Where rows can be mended, or what was mended can be looked at. */
function MendLink({ found: { record } }: { found: FoundImport }) {
  const t = useTranslations("imports.grid");
  const mendable = record.state === "ready";
  if (!mendable && record.mendVersion === 0) return null;
  return (
    <LinkButton href={`/imports/${record.id}/grid`} size="small">
      <Icon name="pen" /> {t(mendable ? "open" : "look")}
    </LinkButton>
  );
}

function RowSteps({ importId, page }: { importId: string; page: RowPage }) {
  const t = useTranslations("imports.rows");
  const last = page.rows.at(-1);
  const outcome = page.outcome ? `outcome=${page.outcome}&` : "";
  return (
    <nav aria-label={t("pages")} className="flex gap-2">
      {page.after > 0 ? (
        <LinkButton href={`/imports/${importId}?${outcome}`} size="small">
          {t("first")}
        </LinkButton>
      ) : null}
      {last && page.rows.length >= page.size ? (
        <LinkButton href={`/imports/${importId}?${outcome}after=${last.rowNo}`} size="small">
          {t("next")}
        </LinkButton>
      ) : null}
    </nav>
  );
}
