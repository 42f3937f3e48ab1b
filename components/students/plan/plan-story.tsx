import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DayText } from "@/components/assessment/day-text";
import { addDays, type Day } from "@/lib/civil-date/day";
import type { Count, RowOutcome } from "./row-outcome";
import type { TriedPlan } from "./tried-plan";

/** A tag of a message that holds a day. */
function on(day: Day): () => ReactNode {
  return () => <DayText day={day} />;
}

/** What comes of the plan, in sentences; read out when it changes. */
export function PlanStory({ tried }: { tried: TriedPlan }) {
  const t = useTranslations("plan.story");
  const readings = useTranslations("assessment.readings");
  const { planned, problems } = tried;
  const outcomes = tried.outcomes.filter((outcome) => outcome !== null);
  const refused = outcomes.filter((outcome) => outcome.kind === "enters" && outcome.refused);
  const isTold = (day: Day) =>
    refused.some((outcome) => outcome.kind === "enters" && outcome.on === day);
  const over =
    planned?.breaches.filter(({ kind, day }) => kind === "over_limit" && !isTold(day)) ?? [];
  const days = [...new Set(over.map(({ day }) => day))];
  return (
    <div aria-live="polite" className="max-w-prose space-y-1 text-lg">
      {planned === null ? (
        <p className="text-muted text-base">
          {t(problems.some((problem) => problem !== null) ? "nothingPossible" : "nothing")}
        </p>
      ) : null}
      {outcomes.map((outcome, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no name of their own.
        <p key={index}>
          <Outcome outcome={outcome} />
        </p>
      ))}
      {days.map((day) => (
        <p key={day}>
          {t.rich("over", {
            day: on(day),
            readings: over
              .filter((breach) => breach.day === day)
              .map(({ reading }) => readings(reading))
              .join(", "),
          })}
        </p>
      ))}
      {refused.length === 0 ? null : <p className="text-muted text-base">{t("asIfLetIn")}</p>}
    </div>
  );
}

function Outcome({ outcome }: { outcome: RowOutcome }): ReactNode {
  switch (outcome.kind) {
    case "enters":
      return <Enters outcome={outcome} />;
    case "leaves":
      return <Leaves outcome={outcome} />;
    case "registered":
      return <Registered outcome={outcome} />;
  }
}

type Told<Kind extends RowOutcome["kind"]> = { outcome: Extract<RowOutcome, { kind: Kind }> };

function Enters({ outcome }: Told<"enters">): ReactNode {
  const t = useTranslations("plan.story");
  const { left, count, refused, covered, opens, staysUntil } = outcome;
  const journey = left === null ? "enters" : "returns";
  const tags = { on: on(outcome.on), left: on(left ?? outcome.on) };
  const numbers = { used: count?.used ?? 0, limit: count?.limit ?? 0 };
  if (count === null) return t.rich(`${journey}.unlimited`, tags);
  if (!refused) {
    return (
      <>
        {t.rich(`${journey}.${covered ? "covered" : "free"}`, { ...tags, ...numbers })}{" "}
        {staysUntil === null ? null : t.rich("staysUntil", { last: on(staysUntil) })}
      </>
    );
  }
  return (
    <>
      <strong className="font-semibold">
        {t.rich(`${journey}.${count.used > count.limit ? "refused" : "closed"}`, {
          ...tags,
          ...numbers,
        })}
      </strong>{" "}
      <Opens opens={opens} />
    </>
  );
}

function Leaves({ outcome }: Told<"leaves">): ReactNode {
  const t = useTranslations("plan.story");
  const { count, over, opens } = outcome;
  const leaves = { on: on(outcome.on), ...numbersOf(count) };
  if (count === null) return t.rich("leaves.unlimited", leaves);
  return (
    <>
      {t.rich(over ? "leaves.over" : "leaves.within", leaves)} <Opens opens={opens} />
    </>
  );
}

function Opens({ opens }: { opens: Day | null }): ReactNode {
  const t = useTranslations("plan.story");
  return opens === null ? t("opensNever") : t.rich("opens", { opens: on(opens) });
}

function Registered({ outcome: { from, to, count } }: Told<"registered">): ReactNode {
  const t = useTranslations("plan.story");
  return t.rich(count === null ? "registeredUnlimited" : "registered", {
    from: on(from),
    to: on(to),
    after: on(addDays(to, 1)),
    ...numbersOf(count),
  });
}

function numbersOf(count: Count | null): { used: number; limit: number } {
  return { used: count?.used ?? 0, limit: count?.limit ?? 0 };
}
