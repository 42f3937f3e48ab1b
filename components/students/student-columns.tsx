"use client";

import {
  createColumnHelper,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/react-table";
import { useTranslations } from "next-intl";
import { DayStrip } from "@/components/assessment/day-strip";
import { DayText } from "@/components/assessment/day-text";
import { VerdictBadge } from "@/components/assessment/verdict-badge";
import { addDays, type Day } from "@/lib/civil-date/day";
import type { StudentRow } from "@/lib/services/students/list-students";
import { Housing } from "./housing";
import { LimitUse } from "./limit-use";
import { Projected } from "./projected";
import { RegistrationState } from "./registration-state";

/** A row with the day that it speaks of and where its name leads. */
export type DeskRow = StudentRow & { asOf: Day; href: string };

export const deskFeatures = tableFeatures({ rowSortingFeature, rowSelectionFeature });
const column = createColumnHelper<typeof deskFeatures, DeskRow>();

/** Columns of the desk in order; a column's id is the name it is sorted by. */
export const deskColumns = column.columns([
  column.display({ id: "verdict", cell: ({ row }) => <Verdict {...row.original} /> }),
  column.display({ id: "used", cell: ({ row }) => <LimitUse {...row.original} /> }),
  column.display({ id: "projected", cell: ({ row }) => <Projected {...row.original} /> }),
  column.display({
    id: "registration",
    cell: ({ row }) => <RegistrationState {...row.original} />,
  }),
  column.display({ id: "crossing", cell: ({ row }) => <LastCrossing {...row.original} /> }),
  column.display({ id: "housing", cell: ({ row }) => <Housing {...row.original} /> }),
  column.display({ id: "faculty", cell: ({ row }) => <Faculty name={row.original.faculty} /> }),
]);

/** Columns that a window between a telephone's and a desk's width has no room for; the student's page has them. */
export const ONLY_WIDE: readonly string[] = ["housing", "faculty"];

/** The verdict, and under it the last 180 days that lead to it. */
function Verdict({ verdict, verdictAtLeast, strip, asOf }: DeskRow) {
  return (
    <>
      <VerdictBadge verdict={verdict} atLeast={verdictAtLeast} />
      <DayStrip start={addDays(asOf, 1 - strip.length)} days={strip} />
    </>
  );
}

function NotKnown() {
  return <span className="text-muted">{useTranslations("students")("notKnown")}</span>;
}

function Faculty({ name }: { name: string }) {
  if (name === "") return <NotKnown />;
  return (
    <span title={name} className="line-clamp-2 lg:min-w-28">
      {name}
    </span>
  );
}

function LastCrossing({ lastCrossingOn, lastDirection }: DeskRow) {
  const t = useTranslations("assessment.directions");
  if (lastCrossingOn === null) return <NotKnown />;
  return (
    <>
      <DayText day={lastCrossingOn} form="table" />
      {lastDirection === null ? null : (
        <span className="block text-muted text-xs max-lg:inline max-lg:pl-2">
          {t(lastDirection)}
        </span>
      )}
    </>
  );
}
