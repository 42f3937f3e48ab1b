import { crossingAnchor } from "@/components/assessment/reading-stays";
import type { Day } from "@/lib/civil-date/day";
import type { Direction } from "@/lib/compliance/facts";
import type { Cause } from "@/lib/compliance/recount";
import { dayInTable } from "@/lib/i18n/format-day";
import { QUESTION_IDS } from "@/lib/services/office/answers";
import type { StudentFile } from "@/lib/services/students/get-student";
import type { StudentFilter } from "@/lib/services/students/student-filter";
import { accountHref } from "../account/account-link";
import { studentHref } from "../filter-link";
import { PLAN_PARAMETER, writePlan } from "../plan/plan-address";

/** A place where a cause can be looked up, changed or tried. */
export type CauseLink =
  | { kind: "crossing"; href: string; direction: Direction; day: string }
  | { kind: "setting" | "whatIf" | "reading" | "troubles"; href: string };

/** The places to go to for a cause; none where there is nothing to see. */
export function causeLinks(
  cause: Cause,
  {
    file,
    filter,
    mayOpenQuestions,
  }: { file: StudentFile; filter: StudentFilter; mayOpenQuestions: boolean },
): CauseLink[] {
  const { id } = file.student;
  switch (cause.kind) {
    case "reading": {
      const choice = { reading: cause.reading, view: "runs" as const, plan: "" };
      return [{ kind: "reading", href: accountHref(id, filter, choice) }];
    }
    case "setting":
      return mayOpenQuestions
        ? [{ kind: "setting", href: `/office/questions#${QUESTION_IDS[cause.setting]}` }]
        : [];
    case "crossing_known":
      return [
        ...crossingLinks(cause.refs, file, filter),
        whatIfLink(cause.direction, cause.days.from, file, filter),
      ];
    case "set_aside":
    case "stay_unknown":
    case "absence_unknown":
    case "stay_twice":
      return crossingLinks(cause.refs, file, filter);
    case "crossing_unknown":
      return crossingLinks([cause.ref], file, filter);
    case "fewest":
      return [{ kind: "troubles", href: `${studentHref(id, filter)}#troubles` }];
    case "ground_unknown":
    case "counted_to":
    case "stated_day_too":
      return [];
  }
}

function crossingLinks(
  refs: readonly (string | null)[],
  { crossings, student }: StudentFile,
  filter: StudentFilter,
): CauseLink[] {
  return crossings
    .filter(({ ref }) => refs.includes(ref))
    .map(({ ref, direction, day }) => ({
      kind: "crossing",
      href: `${studentHref(student.id, filter)}#${crossingAnchor(ref)}`,
      direction,
      day: dayInTable(day),
    }));
}

/** The plan with a crossing that the log lacks, to be tried. */
function whatIfLink(
  direction: Direction,
  from: Day,
  { student }: StudentFile,
  filter: StudentFilter,
): CauseLink {
  const address = studentHref(student.id, filter, "plan");
  const plan = writePlan([{ isOn: true, kind: "crossing", direction, from }]);
  const joint = address.includes("?") ? "&" : "?";
  return { kind: "whatIf", href: `${address}${joint}${PLAN_PARAMETER}=${plan}` };
}
