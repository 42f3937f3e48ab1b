"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useMemo, useState } from "react";
import { DayText } from "@/components/assessment/day-text";
import { CONTROL } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Day } from "@/lib/civil-date/day";
import type { WhatIf } from "@/lib/compliance/what-if";
import { type EntryOutlook, entryOutlook, firstEntries } from "./entry-outlook";
import { EntryPicture } from "./entry-picture";
import { EntryTable } from "./entry-table";
import type { PlanBasis } from "./plan-basis";

/** Enter on a day, stay at most so many: the coming year, after the plan where there is one. */
export function EntryCalendar({
  planned,
  basis,
  isUnseen,
}: {
  planned: WhatIf | null;
  basis: PlanBasis;
  /** No crossing was made already, as far as log and plan know. */
  isUnseen: boolean;
}) {
  const t = useTranslations("plan.entries");
  const facts = planned?.facts ?? basis.facts;
  const from = planned?.asOf ?? basis.asOf;
  const outlook = useMemo(() => entryOutlook(facts, from, basis), [facts, from, basis]);
  const day = () => <DayText day={from} />;
  return (
    <div className="space-y-5">
      <p>{t.rich(outlook.leaves ? "leadLeaves" : "leadOutside", { day })}</p>
      {isUnseen ? <Notice tone="warn">{t("emptyLog")}</Notice> : null}
      <EntryPicture days={outlook.days} />
      <StayOf facts={facts} outlook={outlook} basis={basis} />
      <EntryTable days={outlook.days} />
    </div>
  );
}

const MOST_DAYS = 365;

/** From when on a stay of so many days in a row may begin. */
function StayOf({
  facts,
  outlook,
  basis,
}: {
  facts: PlanBasis["facts"];
  outlook: EntryOutlook;
  basis: PlanBasis;
}) {
  const t = useTranslations("plan.entries");
  const readings = useTranslations("assessment.readings");
  const id = useId();
  const [text, setText] = useState("30");
  const days = Number(text);
  const isCount = /^\d{1,3}$/.test(text) && days > 0 && days <= MOST_DAYS;
  const first = useMemo(
    () => (isCount ? firstEntries(facts, outlook, days, basis) : null),
    [facts, outlook, days, isCount, basis],
  );
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={id} className="font-medium">
          {t("stayOf")}
        </label>
        <input
          id={id}
          type="number"
          min={1}
          max={MOST_DAYS}
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-invalid={isCount ? undefined : true}
          aria-describedby={`${id}-outcome`}
          className={`${CONTROL} w-20!`}
        />
        <span>{t("daysInARow", { days: isCount ? days : 0 })}</span>
      </div>
      <div id={`${id}-outcome`} aria-live="polite">
        {first === null ? (
          <p className="text-over">{t("notACount", { most: MOST_DAYS })}</p>
        ) : (
          <>
            <p className="font-medium">
              <Entry day={first.all} days={days} />
            </p>
            {first.readings.length === 0 ? null : (
              <ul className="text-muted">
                {first.readings.map(({ reading, entry }) => (
                  <li key={reading}>
                    {readings(reading)}: <EntryDate day={entry} />
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </div>
    </div>
  );
}

function Entry({ day, days }: { day: Day | "unknown" | null; days: number }): ReactNode {
  const t = useTranslations("plan.entries");
  if (day === "unknown") return t("dayUnknown");
  return day === null
    ? t("noDay", { days })
    : t.rich("firstDay", { days, day: () => <DayText day={day} /> });
}

function EntryDate({ day }: { day: Day | null }): ReactNode {
  const t = useTranslations("plan.entries");
  return day === null ? t("noDayShort") : t.rich("fromDay", { day: () => <DayText day={day} /> });
}
