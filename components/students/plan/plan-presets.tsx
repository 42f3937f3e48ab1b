"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/field";
import { addDays } from "@/lib/civil-date/day";
import type { Assessment } from "@/lib/compliance/assessment";
import type { PlanBasis } from "./plan-basis";
import type { PlanRoute, PlanRow } from "./plan-row";
import { opensOn } from "./strictest";

const MOST_DAYS_AWAY = 365;

/** The plans that are asked for every day, each one press away. */
export function PlanPresets({
  basis: { asOf, academicYear, settings },
  asItStands,
  route,
  full,
  add,
}: {
  basis: PlanBasis;
  asItStands: Assessment;
  route: PlanRoute;
  /** No row can be added. */
  full: boolean;
  add: (row: PlanRow) => void;
}) {
  const t = useTranslations("plan.presets");
  const isOn = true;
  const yearEnd = academicYear.to > asOf ? academicYear.to : null;
  const press = { disabled: full, add };
  if (asItStands.inside === false) {
    const opens = opensOn(asItStands, settings);
    const entry = opens ?? asOf;
    return (
      <div className="flex flex-wrap gap-2 print:hidden">
        <Preset {...press} row={{ isOn, kind: "visit", from: asOf, to: null }}>
          {t("entersNow")}
        </Preset>
        {entry === asOf ? null : (
          <Preset {...press} row={{ isOn, kind: "visit", from: entry, to: null }}>
            {t("entersWhenFree")}
          </Preset>
        )}
        {yearEnd === null || yearEnd < entry ? null : (
          <Preset {...press} row={{ isOn, kind: "visit", from: entry, to: yearEnd }}>
            {t("entersForYear")}
          </Preset>
        )}
      </div>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <GoesHome
        full={full}
        go={(days) => add({ isOn, kind: "trip", from: asOf, to: addDays(asOf, days) })}
      />
      {yearEnd === null ? null : (
        <>
          <Preset {...press} row={{ isOn, kind: "registration", route, from: asOf, to: null }}>
            {t("registers")}
          </Preset>
          <Preset {...press} row={{ isOn, kind: "trip", from: yearEnd, to: null }}>
            {t("staysForYear")}
          </Preset>
        </>
      )}
    </div>
  );
}

function Preset({
  disabled,
  row,
  add,
  children,
}: {
  disabled: boolean;
  row: PlanRow;
  add: (row: PlanRow) => void;
  children: ReactNode;
}) {
  return (
    <Button size="small" disabled={disabled} onClick={() => add(row)}>
      {children}
    </Button>
  );
}

/** Home today, back after so many days. */
function GoesHome({ full, go }: { full: boolean; go: (days: number) => void }) {
  const t = useTranslations("plan.presets");
  const id = useId();
  const [days, setDays] = useState("7");
  const count = Number(days);
  const isCount = /^\d{1,3}$/.test(days) && count <= MOST_DAYS_AWAY;
  return (
    <div className="flex max-w-full items-center gap-2">
      <label htmlFor={id} className="sr-only">
        {t("daysAway")}
      </label>
      <input
        id={id}
        type="number"
        min={0}
        max={MOST_DAYS_AWAY}
        value={days}
        onChange={(event) => setDays(event.target.value)}
        aria-invalid={isCount ? undefined : true}
        className={`${CONTROL} h-7! w-16! text-sm`}
      />
      <Button
        size="small"
        disabled={full || !isCount}
        onClick={() => go(count)}
        className="h-auto! min-h-7 whitespace-normal! text-left"
      >
        {t("goesHome", { days: isCount ? count : 0 })}
      </Button>
    </div>
  );
}
