import { DayStripLegend } from "@/components/assessment/day-strip-legend";
import { DayStripYear } from "@/components/assessment/day-strip-year";
import type { DayStatus } from "@/lib/compliance/ledger";
import type { StudentFile } from "@/lib/services/students/get-student";

const LETTERS: Record<DayStatus, string> = {
  counted: "c",
  paused: "p",
  outside: "o",
  not_counted: "n",
  unknown: "u",
  ahead: "-",
};

/** Twelve months of days around the day of the assessment, with the window of the headline reading. */
export function YearOfDays({ file }: { file: StudentFile }) {
  const { ledger, assessment, explanation, grounds, asOf } = file;
  const start = ledger[0]?.day;
  if (start === undefined) return null;
  const { headline, verdict, readings } = assessment;
  const reading = headline === null ? undefined : readings[headline];
  const explained = headline === null ? undefined : explanation.readings[headline];
  const passed = verdict === "overstaying" || verdict === "barred";
  return (
    <div className="space-y-3">
      <DayStripYear
        start={start}
        days={ledger.map(({ status }) => LETTERS[status]).join("")}
        asOf={asOf}
        window={explained?.from == null ? null : { from: explained.from, to: explained.to }}
        limitOn={passed ? reading?.firstBreach : reading?.reachedOn}
        grounds={grounds.filter(({ status }) => status === "granted")}
      />
      <DayStripLegend />
    </div>
  );
}
