import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading, Section } from "@/components/ui/page-heading";
import type { FormAction } from "@/components/ui/sent-form";
import { formatDay } from "@/lib/civil-date/day";
import type { Candidate, RequestListSheet } from "@/lib/services/registrations/get-request-list";
import { CandidateTables } from "./candidate-tables";
import { DiscardForm, TakeOffForm } from "./draft-forms";
import { FileForm } from "./file-form";
import { ListCounts } from "./list-counts";

type Actions = Record<"takeOff" | "describe" | "file" | "discard", FormAction<null>>;

/** A draft: who would go in on the day of the screen, who not and why; `actions` null: only to look at. */
export function DraftSheet({
  sheet,
  actions,
}: {
  sheet: RequestListSheet;
  actions: Actions | null;
}) {
  const t = useTranslations("registrations");
  const { list, included, leftOut, lackingPapers, asOf, fingerprint } = sheet;
  const students = `/students?asOf=${formatDay(asOf)}`;
  const isEmpty = included.length + leftOut.length === 0;
  return (
    <>
      <PageHeading
        title={t("draft.title")}
        lead={isEmpty ? undefined : <ListCounts {...sheet} />}
        actions={actions ? <LinkButton href={students}>{t("draft.add")}</LinkButton> : undefined}
      />
      {actions === null ? null : (
        <Section title={t("references.title")} aside={t("references.hint")}>
          <FileForm
            draft={{ list, asOf, fingerprint }}
            counts={{ students: included.length, leftOut: leftOut.length, lackingPapers }}
            save={actions.describe}
            file={actions.file}
          />
        </Section>
      )}
      {isEmpty ? <EmptyState title={t("draft.empty")}>{t("draft.emptyHint")}</EmptyState> : null}
      {actions === null ? (
        <CandidateTables {...sheet} />
      ) : (
        <TakeOffForm listId={list.id} action={actions.takeOff}>
          <CandidateTables {...sheet} tools={(candidate) => <TakeOff candidate={candidate} />} />
          {leftOut.length < 2 ? null : <TakeAllOff candidates={leftOut} />}
        </TakeOffForm>
      )}
      {actions === null ? null : (
        <Section title={t("draft.discardTitle")} aside={t("draft.discardHint")}>
          <DiscardForm listId={list.id} action={actions.discard} />
        </Section>
      )}
    </>
  );
}

function TakeOff({ candidate }: { candidate: Candidate }) {
  const t = useTranslations("registrations.draft");
  const { lastNameLatin, givenNamesLatin } = candidate.fields;
  return (
    <Button
      type="submit"
      name="studentId"
      value={candidate.studentId}
      look="quiet"
      size="small"
      aria-label={t("takeOffName", { name: `${lastNameLatin} ${givenNamesLatin}` })}
    >
      {t("takeOff")}
    </Button>
  );
}

function TakeAllOff({ candidates }: { candidates: readonly Candidate[] }) {
  const t = useTranslations("registrations.draft");
  const ids = candidates.map(({ studentId }) => studentId).join(",");
  return (
    <Button type="submit" name="studentId" value={ids}>
      {t("takeAllOff", { count: candidates.length })}
    </Button>
  );
}
