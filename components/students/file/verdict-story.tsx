import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DayText } from "@/components/assessment/day-text";
import type { Day } from "@/lib/civil-date/day";
import type { Assessment, ReadingResult } from "@/lib/compliance/assessment";
import type { StudentFile } from "@/lib/services/students/get-student";
import { rhythmLimit } from "../rhythm-limit";

/** A tag of a message that holds a day. */
function on(day: Day): () => ReactNode {
  return () => <DayText day={day} />;
}

/** The verdict in sentences, with its dates: what a registrar would say on the telephone. */
export function VerdictStory({ file }: { file: StudentFile }) {
  const t = useTranslations("students.story");
  const { assessment } = file;
  const reading =
    assessment.headline === null ? undefined : assessment.readings[assessment.headline];
  return (
    <div className="max-w-prose space-y-1 text-lg">
      <p>
        <MainSentence file={file} reading={reading} />
      </p>
      {reading === undefined || isTold(assessment, reading) ? null : (
        <p className="text-muted text-base">
          <Used assessment={assessment} reading={reading} />{" "}
          {reading.lastLawfulDay === null || assessment.verdict === "at_risk"
            ? null
            : t.rich("staysUntil", { last: on(reading.lastLawfulDay) })}
        </p>
      )}
      <AtLeast assessment={assessment} reading={reading} />
    </div>
  );
}

/** Where the log is broken, what is said above is the most; here the least, and the way to what is wrong. */
function AtLeast({
  assessment: { verdict, verdictAtLeast },
  reading,
}: {
  assessment: Assessment;
  reading: ReadingResult | undefined;
}) {
  const t = useTranslations("students.story");
  const words = useTranslations("assessment.verdicts");
  if (reading === undefined || reading.usedMin === reading.usedMax) return null;
  const { usedMin: min, limit } = reading;
  const link = (text: ReactNode) => (
    <a href="#troubles" className="text-lake underline underline-offset-3">
      {text}
    </a>
  );
  return (
    <p className="text-base">
      {verdict === verdictAtLeast
        ? t.rich("atMostSame", { link })
        : t.rich("atMost", { link, atLeast: words(verdictAtLeast), min, limit })}
    </p>
  );
}

/** The sentence of a closed entry says how much is used, unless that is a range; without a crossing there is nothing to say. */
function isTold({ verdict, inside }: Assessment, { usedMin, usedMax }: ReadingResult): boolean {
  if (inside === null) return true;
  return verdict === "barred" && usedMin === usedMax;
}

function Used({ assessment, reading }: { assessment: Assessment; reading: ReadingResult }) {
  const t = useTranslations("students.story");
  const words = useTranslations("assessment");
  const { used, usedMin, usedMax, limit, remaining } = reading;
  const name = assessment.headline === null ? "" : words(`readings.${assessment.headline}`);
  return usedMin === usedMax
    ? t("usedNow", { used, limit, remaining, reading: name })
    : t("usedRange", { min: usedMin, max: usedMax, limit, reading: name });
}

type Told = { file: StudentFile; reading: ReadingResult | undefined };

/** What the verdict says; where a date that its sentence needs is missing, what the verdict means. */
function MainSentence(told: Told): ReactNode {
  const meanings = useTranslations("assessment.verdictMeanings");
  const { verdict } = told.file.assessment;
  switch (verdict) {
    case "overstaying":
    case "barred":
    case "at_risk":
      return <LimitSentence {...told} />;
    case "registration_overdue":
    case "registration_due":
      return <DutySentence file={told.file} />;
    case "lapsing":
    case "unregistered":
    case "covered":
      return <GroundSentence file={told.file} />;
    case "unknown":
    case "exempt":
      return meanings(verdict);
  }
}

function LimitSentence({ file, reading }: Told): ReactNode {
  const t = useTranslations("students.story");
  const { verdict, insideSince, lastExit } = file.assessment;
  const meaning = useTranslations("assessment.verdictMeanings")(verdict);
  if (reading === undefined) return meaning;
  const { used, limit, firstBreach, earliestEntry } = reading;
  if (verdict === "overstaying" && insideSince !== null && firstBreach !== null) {
    return t.rich("overstaying", { since: on(insideSince), breach: on(firstBreach), limit, used });
  }
  if (verdict === "barred" && lastExit !== null) {
    const exit = on(lastExit);
    return earliestEntry === null
      ? t.rich("barredUndated", { exit, used, limit })
      : t.rich("barred", { exit, used, limit, entry: on(earliestEntry) });
  }
  return verdict === "at_risk" ? <RiskSentences file={file} reading={reading} /> : meaning;
}

/** By staying and by the present rhythm: both days on which the limit is passed. */
function RiskSentences({
  file,
  reading,
}: {
  file: StudentFile;
  reading: ReadingResult;
}): ReactNode {
  const t = useTranslations("students.story");
  const { asOf, ledger, ahead, assessment } = file;
  const { limit, lastLawfulDay } = reading;
  const over = limit + 1;
  const breach =
    assessment.headline === null ? null : (ahead[assessment.headline]?.rhythmBreach ?? null);
  const rhythm = breach === null ? null : rhythmLimit(ledger, asOf, breach);
  const byStaying =
    lastLawfulDay === null
      ? null
      : t.rich("atRiskStay", {
          limit,
          over,
          last: on(lastLawfulDay),
          reached: on((lastLawfulDay + 1) as Day),
        });
  const last = rhythm?.last ?? null;
  const sameDay = lastLawfulDay !== null && breach === lastLawfulDay + 1;
  const byRhythm =
    breach === null || last === null || sameDay
      ? null
      : t.rich(rhythm?.byEntry ? "atRiskEntry" : "atRiskDay", {
          limit,
          over,
          last: on(last),
          reached: on(breach),
        });
  return (
    <>
      {byRhythm === null ? null : <span className="block">{byRhythm}</span>}
      {byStaying === null ? null : <span className="block">{byStaying}</span>}
    </>
  );
}

function DutySentence({ file }: { file: StudentFile }): ReactNode {
  const t = useTranslations("students.story");
  const { verdict, registrationDueOn } = file.assessment;
  const since = file.explanation.registration?.since ?? null;
  const meaning = useTranslations("assessment.verdictMeanings")(verdict);
  if (since === null || registrationDueOn === null) return meaning;
  return t.rich(verdict === "registration_overdue" ? "registrationOverdue" : "registrationDue", {
    since: on(since),
    due: on(registrationDueOn),
  });
}

function GroundSentence({ file: { assessment, academicYear } }: { file: StudentFile }): ReactNode {
  const t = useTranslations("students.story");
  const { verdict, protectedUntil } = assessment;
  const meaning = useTranslations("assessment.verdictMeanings")(verdict);
  const yearEnd = on(academicYear.to);
  if (verdict === "unregistered") return t.rich("unregistered", { yearEnd });
  if (protectedUntil === null) return meaning;
  if (protectedUntil === "open") return t("coveredOpen");
  const until = on(protectedUntil);
  return verdict === "lapsing"
    ? t.rich("lapsing", { until, yearEnd })
    : t.rich("covered", { until });
}
