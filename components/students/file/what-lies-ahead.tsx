import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DayText } from "@/components/assessment/day-text";
import { crossingAnchor } from "@/components/assessment/reading-stays";
import { RhythmText } from "@/components/assessment/rhythm-text";
import { SourceMarks } from "@/components/assessment/source-list";
import { addDays, type Day } from "@/lib/civil-date/day";
import type { StudentFile } from "@/lib/services/students/get-student";
import { type Ahead, aheadOf, isStayTold } from "./ahead";

type Told = { file: StudentFile; ahead: Ahead };

/** What comes next, beside what the verdict says: each day leads to what it comes from. */
export function WhatLiesAhead({ file, planHref }: { file: StudentFile; planHref: string }) {
  const t = useTranslations("ahead");
  const ahead = aheadOf(file);
  const told = { file, ahead };
  const stayEnds = ahead.forecast.ifStaying;
  return (
    <dl className="grid max-w-4xl gap-x-6 gap-y-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <Line term={t("terms.rhythm")}>
        <RhythmSentences {...told} />
      </Line>
      {stayEnds === null || isStayTold(file.assessment) ? null : (
        <Line term={t("terms.staying")}>
          {t.rich("staying", { last: on(addDays(stayEnds, -1), "#readings") })}
        </Line>
      )}
      {ahead.cliff === null ? null : (
        <Line term={t("terms.cliff")}>
          <CliffSentences {...told} />
        </Line>
      )}
      {ahead.duty === null ? null : (
        <Line term={t("terms.duty")}>
          <DutySentences {...told} />
        </Line>
      )}
      {ahead.entries.length === 0 ? null : (
        <Line term={t("terms.entry")}>
          <EntrySentences {...told} planHref={planHref} />
        </Line>
      )}
    </dl>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-muted max-sm:-mb-2.5">{term}</dt>
      <dd className="first-letter:uppercase">{children}</dd>
    </div>
  );
}

const LOOK = "text-lake underline underline-offset-3";

/** A tag of a message that holds a day and leads to what explains it. */
function on(day: Day, href: string): () => ReactNode {
  const link = () => (
    <Link href={href} className={LOOK}>
      <DayText day={day} />
    </Link>
  );
  return link;
}

function RhythmSentences({ file, ahead: { forecast } }: Told): ReactNode {
  const t = useTranslations("ahead");
  const { rhythm, projectedOn, after } = forecast;
  const { asOf, assessment } = file;
  const { headline } = assessment;
  const told = headline === null ? null : (file.ahead[headline]?.rhythmBreach ?? null);
  const isTold =
    (assessment.verdict === "at_risk" && told === projectedOn) ||
    (isStayTold(assessment) && forecast.ifStaying === projectedOn);
  return (
    <>
      <a href="#crossings" className={LOOK}>
        <RhythmText {...rhythm} />
      </a>
      {rhythm.kind === "unknown" ? "." : `. ${t("daysInside", { days: rhythm.daysInside })}`}{" "}
      {projectedOn === null || projectedOn <= asOf || isTold
        ? null
        : t.rich("projected", { day: on(projectedOn, "#year") })}
      {after === null ? null : t("afterYear")}
    </>
  );
}

function CliffSentences({ file, ahead: { cliff } }: Told): ReactNode {
  const t = useTranslations("ahead");
  const readings = useTranslations("assessment.readings");
  if (cliff === null) return null;
  const { reading, used, limit, isOver, last } = cliff.count;
  return (
    <>
      {t.rich("cliff", {
        day: on(cliff.dayAfter, "#grounds"),
        used,
        limit,
        reading: readings(reading),
      })}{" "}
      {isOver ? t("cliffOver") : null}
      {last === null || isStayTold(file.assessment)
        ? null
        : t.rich("cliffStaying", { last: on(last, "#readings") })}
    </>
  );
}

function DutySentences({ file, ahead: { duty } }: Told): ReactNode {
  const t = useTranslations("ahead");
  if (duty === null) return null;
  const { alerts, registrationDueOn } = file.assessment;
  const isVisaAlone = alerts.some(({ code }) => code === "register_besides_visa");
  const isAnswered = registrationDueOn === null;
  return (
    <div className="flex flex-wrap gap-x-3">
      <span>
        {t.rich("duty", {
          since: on(duty.since, `#${crossingAnchor(duty.entryRef)}`),
          due: () => <DayText day={duty.lastDay} />,
        })}{" "}
        {isVisaAlone ? t("dutyDespiteVisa") : isAnswered ? t("dutyAnswered") : null}
      </span>
      <SourceMarks ids={duty.citations} sources={file.sources} />
    </div>
  );
}

function EntrySentences({ file, ahead, planHref }: Told & { planHref: string }): ReactNode {
  const t = useTranslations("ahead");
  const { headline, readings } = file.assessment;
  const reading = headline === null ? undefined : readings[headline];
  const wait = file.ruleSet.reentryWait;
  const isWaiting = wait !== null && reading !== undefined && reading.used > reading.limit;
  const href = `${planHref}#entries`;
  const [first] = ahead.entries;
  const isOneDay = ahead.entries.every(({ day }) => day === first?.day);
  return (
    <>
      {isWaiting ? `${t("wait", { days: wait.days })} ` : null}
      {t(ahead.leaves ? "entryLeaves" : "entryOutside")}{" "}
      {isOneDay && first !== undefined && ahead.entries.length > 1
        ? t.rich("entryAny", {
            days: ahead.entries.at(-1)?.days ?? 1,
            day: on(first.day, href),
          })
        : ahead.entries.map(({ days, day }, index) => (
            <span key={days}>
              {index === 0 ? null : "; "}
              {t.rich("entryFor", { days, day: on(day, href) })}
            </span>
          ))}
      .
    </>
  );
}
