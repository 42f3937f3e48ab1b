import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AlertList } from "@/components/assessment/alert-list";
import { ComputedWith } from "@/components/assessment/computed-with";
import { DayText } from "@/components/assessment/day-text";
import { ReadingStays } from "@/components/assessment/reading-stays";
import { ReadingsTable } from "@/components/assessment/readings-table";
import { SourceList } from "@/components/assessment/source-list";
import { Section } from "@/components/ui/page-heading";
import { READINGS } from "@/lib/compliance/assessment";
import { ENGINE_VERSION } from "@/lib/compliance/engine-version";
import { notesInForce } from "@/lib/compliance/rule-notes";
import type { Trouble } from "@/lib/compliance/trouble";
import type { StudentFile } from "@/lib/services/students/get-student";
import { RepairNews } from "../repair/repair-desk";
import { AnswersTable } from "./answers-table";
import { CrossingsTable } from "./crossings-table";
import { GroundsTable } from "./grounds-table";
import { LogTroubles } from "./log-troubles";
import { PersonData } from "./person-data";
import { VerdictStory } from "./verdict-story";
import { WhatLiesAhead } from "./what-lies-ahead";
import { YearOfDays } from "./year-of-days";

/** The student's page under its heading: what holds, what to do, and everything that it rests on. */
export function StudentFileSheet({
  file,
  troubles,
  planHref,
  residence,
  mayRepair,
  mayOpenQuestions,
}: {
  file: StudentFile;
  /** What does not fit in the log. */
  troubles: readonly Trouble[];
  /** Where plans are tried. */
  planHref: string;
  residence: ReactNode;
  mayRepair: boolean;
  mayOpenQuestions: boolean;
}) {
  const t = useTranslations("students.file");
  const ahead = useTranslations("ahead");
  const { assessment, grounds, asOf } = file;
  return (
    <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0 space-y-8">
        <VerdictStory file={file} />
        <Section title={t("whatToDo")}>
          {assessment.alerts.length === 0 ? (
            <p>{t(assessment.verdict === "unknown" ? "nothingKnown" : "nothingToDo")}</p>
          ) : (
            <AlertList alerts={assessment.alerts} asOf={asOf} />
          )}
        </Section>
        <RepairNews place="troubles" />
        {troubles.length === 0 ? null : (
          <Section id="troubles" title={t("problems")}>
            <LogTroubles troubles={troubles} file={file} mayRepair={mayRepair} />
          </Section>
        )}
        <Section title={ahead("title")}>
          <WhatLiesAhead file={file} planHref={planHref} />
        </Section>
        <Section id="year" title={t("year")}>
          <YearOfDays file={file} />
        </Section>
        <Section id="readings" title={t("readings")} aside={t("readingsHint")}>
          <Readings file={file} />
        </Section>
        <Section id="grounds" title={t("grounds")}>
          <GroundsTable grounds={grounds} asOf={asOf} />
        </Section>
        {file.answers.length === 0 ? null : (
          <Section id="answers" title={t("answers")}>
            <AnswersTable answers={file.answers} />
          </Section>
        )}
        <Section id="crossings" title={t("crossings")}>
          <RepairNews place="crossings" />
          <CrossingsTable file={file} mayRepair={mayRepair} />
        </Section>
        <Section title={t("sources")} aside={t("sourcesHint")}>
          <div className="space-y-3">
            <ComputedWith basis={basisOf(file)} link={mayOpenQuestions} />
            <RuleNotes file={file} />
            <SourceList sources={file.sources} />
          </div>
        </Section>
      </div>
      <div className="min-w-0 space-y-8">
        <Section title={t("person")}>
          <PersonData file={file} />
        </Section>
        <Section id="residence" title={t("residence")}>
          {residence}
        </Section>
      </div>
    </div>
  );
}

function basisOf({ assessment, settings, academicYear }: StudentFile) {
  const { regime, regimeVersion } = assessment;
  return { regime, regimeVersion, engineVersion: String(ENGINE_VERSION), settings, academicYear };
}

/** What is uncertain in the rules of the student's citizenship on the day. */
function RuleNotes({ file: { ruleSet, assessment, settings, asOf } }: { file: StudentFile }) {
  const t = useTranslations("students.sources.notes");
  const locale = useLocale();
  const notes = notesInForce(ruleSet, assessment.citizenship, settings, asOf);
  return notes.map(({ about, note }) => (
    <p key={about} className="max-w-prose">
      {t(about)}: {note[locale]}
    </p>
  ));
}

function Readings({ file: { assessment, explanation, sources } }: { file: StudentFile }) {
  const t = useTranslations("students.readings");
  const { countsFrom } = explanation;
  const isSeen = assessment.inside !== null;
  return (
    <div className="space-y-3">
      {isSeen || assessment.headline === null ? null : <p>{t("noCrossings")}</p>}
      <ReadingsTable assessment={assessment} explanation={explanation} sources={sources} />
      {countsFrom === null ? null : (
        <p className="text-muted text-sm">
          {t.rich("countsFrom", { day: () => <DayText day={countsFrom} /> })}
        </p>
      )}
      <div>
        {READINGS.map((name) => {
          const reading = explanation.readings[name];
          return reading === undefined || !isSeen ? null : (
            <ReadingStays
              key={name}
              name={name}
              reading={reading}
              open={name === assessment.headline}
            />
          );
        })}
      </div>
    </div>
  );
}
