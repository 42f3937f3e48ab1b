import { useLocale, useTranslations } from "next-intl";
import { AnswersInWords } from "@/components/assessment/computed-with";
import { buttonClass } from "@/components/ui/button-class";
import { DescriptionList } from "@/components/ui/description-list";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { PageHeading, Section } from "@/components/ui/page-heading";
import { dayInWords } from "@/lib/i18n/format-day";
import { momentInTable } from "@/lib/i18n/format-moment";
import type { RequestListSheet } from "@/lib/services/registrations/get-request-list";
import { AnswerCounts } from "./answer-counts";
import { CandidateTables } from "./candidate-tables";

/** A filed list as it was filed, and the ways to hand it over. */
export function FiledSheet({ sheet, mayImport }: { sheet: RequestListSheet; mayImport: boolean }) {
  const t = useTranslations("registrations");
  const { list, included, leftOut, asOf, intact } = sheet;
  const number = list.number ?? 0;
  const day = dayInWords(asOf, useLocale());
  return (
    <>
      <PageHeading
        title={t("filed.title", { number })}
        lead={t("filed.lead", { included: included.length, leftOut: leftOut.length, day })}
        actions={intact ? <Downloads listId={list.id} /> : undefined}
      />
      {list.papersAtHand ? <Notice>{t("filed.papersAtHand")}</Notice> : null}
      {intact ? null : <Notice tone="error">{t("filed.damaged")}</Notice>}
      <Section title={t("answers.title")}>
        <AnswerCounts sheet={sheet} mayImport={mayImport} />
      </Section>
      <CandidateTables {...sheet} filed />
      <Section title={t("filed.about")}>
        <FiledAs sheet={sheet} />
      </Section>
    </>
  );
}

function FiledAs({ sheet: { list, settings } }: { sheet: RequestListSheet }) {
  const t = useTranslations("registrations");
  const name = (who: string | null) => who ?? t("system");
  const filedAt = list.filedAt === null ? "" : momentInTable(list.filedAt);
  const texts = [
    { term: t("filed.filedAt"), value: `${filedAt}, ${name(list.filedByName)}` },
    {
      term: t("filed.createdAt"),
      value: `${momentInTable(list.createdAt)}, ${name(list.createdByName)}`,
    },
    { term: t("references.petition"), value: list.petition || t("notStated") },
    { term: t("references.representative"), value: list.representative || t("notStated") },
    { term: t("references.powerOfAttorney"), value: list.powerOfAttorney || t("notStated") },
    { term: t("filed.rules"), value: list.regimeVersion },
    {
      term: t("filed.answers"),
      value: settings === null ? t("filed.answersNotKept") : <AnswersInWords settings={settings} />,
    },
    {
      term: t("filed.hash"),
      value: <code className="break-all font-mono text-xs">{list.contentHash}</code>,
    },
  ];
  return <DescriptionList items={texts} />;
}

/** Plain links: a prefetched download would be noted as taken. */
function Downloads({ listId }: { listId: string }) {
  const t = useTranslations("registrations.filed");
  const api = `/api/registrations/${listId}`;
  return (
    <>
      <a href={`${api}/xlsx`} className={buttonClass({ look: "primary" })} download>
        <Icon name="download" /> XLSX
      </a>
      <a href={`${api}/csv`} className={buttonClass({})} download>
        <Icon name="download" /> CSV
      </a>
      <a href={`/registrations/${listId}/print`} className={buttonClass({})}>
        <Icon name="print" /> {t("print")}
      </a>
    </>
  );
}
