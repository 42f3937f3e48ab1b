import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type Day, formatDay } from "@/lib/civil-date/day";
import type { Obstacle } from "@/lib/compliance/filing";
import { dayInWords } from "@/lib/i18n/format-day";
import type { Candidate } from "@/lib/services/registrations/get-request-list";

/** Why a student cannot be filed, each reason in words. */
export function ObstacleList({ obstacles }: { obstacles: readonly Obstacle[] }) {
  const say = useObstacleWords();
  const papers = obstacles.filter(({ kind }) => kind === "paperMissing");
  const others = obstacles.filter(({ kind }) => kind !== "paperMissing");
  return (
    <ul className="space-y-0.5">
      {others.map((obstacle) => (
        <li key={obstacle.kind}>{say(obstacle)}</li>
      ))}
      {papers.length === 0 ? null : <MissingPapers obstacles={papers} />}
    </ul>
  );
}

function MissingPapers({ obstacles }: { obstacles: readonly Obstacle[] }) {
  const t = useTranslations("registrations");
  const say = useObstacleWords();
  return (
    <li>
      {t("papersMissing")}: {obstacles.map(say).join(", ")}
    </li>
  );
}

function useObstacleWords(): (obstacle: Obstacle) => string {
  const t = useTranslations("registrations");
  const locale = useLocale();
  return (obstacle) => {
    switch (obstacle.kind) {
      case "outside":
        return obstacle.since === null
          ? t("obstacles.outsideUndated")
          : t("obstacles.outside", { day: dayInWords(obstacle.since, locale) });
      case "covered":
        return obstacle.until === null
          ? t("obstacles.coveredOpen")
          : t("obstacles.covered", { day: dayInWords(obstacle.until, locale) });
      case "movedOut":
        return t("obstacles.movedOut", { day: dayInWords(obstacle.ended, locale) });
      case "notMovedIn":
        return t("obstacles.notMovedIn", { day: dayInWords(obstacle.begins, locale) });
      case "yearOver":
        return t("obstacles.yearOver", { day: dayInWords(obstacle.ended, locale) });
      case "documentExpired":
        return t("obstacles.documentExpired", { day: dayInWords(obstacle.expired, locale) });
      case "paperMissing":
        return t(`papers.${obstacle.paper}`);
      case "ownCitizen":
      case "whereaboutsUnknown":
      case "birthDateMissing":
      case "documentMissing":
      case "visaMissing":
      case "residenceMissing":
        return t(`obstacles.${obstacle.kind}`);
    }
  };
}

/** Kinds that the registrar mends in the form of the residence; the roster and the log come by import. */
const IN_RESIDENCE: readonly Obstacle["kind"][] = [
  "residenceMissing",
  "movedOut",
  "notMovedIn",
  "paperMissing",
];
const BY_IMPORT: readonly Obstacle["kind"][] = [
  "whereaboutsUnknown",
  "birthDateMissing",
  "documentMissing",
  "documentExpired",
  "visaMissing",
];

/** Where the obstacles can be mended; nothing where only time or a journey helps. */
export function MendLinks({ candidate, asOf }: { candidate: Candidate; asOf: Day }) {
  const t = useTranslations("registrations.mend");
  const { obstacles, studentId } = candidate;
  const any = (kinds: typeof BY_IMPORT) => obstacles.some(({ kind }) => kinds.includes(kind));
  const look = "text-lake underline-offset-3 hover:underline";
  return (
    <ul className="space-y-0.5 print:hidden">
      {any(IN_RESIDENCE) ? (
        <li>
          <Link className={look} href={`${studentPage(studentId, asOf)}#residence`}>
            {t("residence")}
          </Link>
        </li>
      ) : null}
      {any(BY_IMPORT) ? (
        <li>
          <Link className={look} href="/imports">
            {t("imports")}
          </Link>
        </li>
      ) : null}
    </ul>
  );
}

/** A student's page on the same day. */
export function studentPage(studentId: number, asOf: Day): string {
  return `/students/${studentId}?asOf=${formatDay(asOf)}`;
}
