import { useTranslations } from "next-intl";
import { DayText } from "@/components/assessment/day-text";
import { RhythmText } from "@/components/assessment/rhythm-text";
import type { Day } from "@/lib/civil-date/day";
import type { StudentRow } from "@/lib/services/students/list-students";

type Forecast = Pick<
  StudentRow,
  "verdict" | "projectedOn" | "reachedOn" | "rhythm" | "rhythmDays"
> & { asOf: Day };

/** From which day the limit is exceeded at the present rhythm, how far that is, and the rhythm in words. */
export function Projected({ asOf, ...row }: Forecast) {
  const t = useTranslations("students");
  const { projectedOn, rhythm, rhythmDays } = row;
  const isPast = projectedOn !== null && projectedOn <= asOf;
  return (
    <div className="lg:min-w-40">
      {projectedOn === null ? (
        <span className="text-muted">{t("notInSight")}</span>
      ) : (
        <>
          <DayText day={projectedOn} form="table" />{" "}
          <span className="whitespace-nowrap text-muted text-xs lg:block">
            <Distance days={projectedOn - asOf} />
          </span>
        </>
      )}
      {isPast ? null : (
        <span className="block text-muted text-xs">
          <RhythmText kind={rhythm} everyDays={rhythmDays} />
        </span>
      )}
      <IfStaying {...row} />
    </div>
  );
}

function Distance({ days }: { days: number }) {
  const t = useTranslations("students");
  return days < 0 ? t("daysAgo", { days: -days }) : t("inDays", { days });
}

/** The verdict may rest on an earlier day, that of who does not leave: then it is said. */
function IfStaying({ verdict, projectedOn, reachedOn }: Omit<Forecast, "asOf">) {
  const t = useTranslations("students");
  const isEarlier = reachedOn !== null && (projectedOn === null || reachedOn < projectedOn);
  if (verdict !== "at_risk" || !isEarlier) return null;
  return (
    <span className="block text-xs">
      {t.rich("ifStaying", { day: () => <DayText day={reachedOn} form="table" /> })}
    </span>
  );
}
