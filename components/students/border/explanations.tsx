import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Cause, Reconciliation } from "@/lib/compliance/recount";
import type { StudentFile } from "@/lib/services/students/get-student";
import type { StudentFilter } from "@/lib/services/students/student-filter";
import { type CauseLink, causeLinks } from "./cause-links";
import { useCauseWords } from "./cause-words";

type Shown = { file: StudentFile; filter: StudentFilter; mayOpenQuestions: boolean };

/** The difference in words, and everything that would give their number exactly; or that nothing does. */
export function Explanations({
  compared,
  ...shown
}: Shown & { compared: Reconciliation }): ReactNode {
  const t = useTranslations("borderCount");
  const { difference, explanations, statedDays } = compared;
  if (difference === null) return null;
  if (difference === 0) return <Difference compared={compared} />;
  return (
    <div className="space-y-2">
      <Difference compared={compared} />
      {explanations.length === 0 ? (
        <Unexplained compared={compared} {...shown} />
      ) : (
        <>
          {explanations.length > 1 ? <p className="text-muted text-sm">{t("several")}</p> : null}
          <p>{t("explained", { days: statedDays })}</p>
          <ol className="list-decimal space-y-1 pl-6">
            {explanations.map(({ causes, reading: by }) => (
              <li key={JSON.stringify([causes, by])}>
                <Causes causes={causes} {...shown} />
              </li>
            ))}
          </ol>
        </>
      )}
      {compared.cut.map(({ what, count }) => (
        <p key={what} className="text-muted text-sm">
          {t("cut", { what, count })}
        </p>
      ))}
    </div>
  );
}

/** By how much their number is more or less than ours; where ours is a range, than its nearer end. */
function Difference({ compared: { ours, reading, statedDays } }: { compared: Reconciliation }) {
  const t = useTranslations("borderCount");
  const words = useTranslations("assessment.readings");
  const own = reading === null ? undefined : ours[reading];
  if (reading === null || own === undefined) return null;
  const { usedMin: min, usedMax: max } = own;
  const beyond = Math.max(statedDays - max, min - statedDays);
  if (beyond > 0) {
    const more = statedDays > max ? "yes" : "no";
    return <p>{t("differs", { days: beyond, more, reading: words(reading) })}</p>;
  }
  return <p>{t(min === max ? "same" : "within", { min, max, reading: words(reading) })}</p>;
}

function Unexplained({ compared, ...shown }: Shown & { compared: Reconciliation }) {
  const t = useTranslations("borderCount");
  const words = useCauseWords(shown.file);
  const { closest } = compared;
  return (
    <>
      <p className="font-medium">{t("unexplained")}</p>
      {closest === null ? null : (
        <p>
          {t("closest", {
            used: closest.used,
            cause: closest.causes.map(words).join("; "),
            unexplained: Math.abs(closest.unexplained),
          })}{" "}
          <Links links={closest.causes.flatMap((cause) => causeLinks(cause, shown))} />
        </p>
      )}
    </>
  );
}

function Causes({ causes, ...shown }: Shown & { causes: readonly Cause[] }) {
  const t = useTranslations("borderCount");
  const words = useCauseWords(shown.file);
  const [one, other] = causes;
  if (one === undefined) return null;
  return (
    <>
      {other === undefined ? words(one) : t("and", { one: words(one), other: words(other) })}.{" "}
      <Links links={causes.flatMap((cause) => causeLinks(cause, shown))} />
    </>
  );
}

/** Where a cause can be looked up, changed or tried. */
function Links({ links }: { links: readonly CauseLink[] }) {
  const t = useTranslations("borderCount.links");
  const words = useTranslations("assessment.directions");
  return links.map(({ kind, href, ...crossing }, index) => (
    <span key={href} className="text-sm">
      {index === 0 ? "" : " · "}
      {/* No Link: a page that the router opens has no target, and the place would not be marked. */}
      <a href={href} className="text-lake underline underline-offset-3">
        {"day" in crossing
          ? t("crossing", { direction: words(crossing.direction), day: crossing.day })
          : t(kind)}
      </a>
    </span>
  ));
}
