import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { clockTime } from "@/components/assessment/clock-time";
import { crossingAnchor } from "@/components/assessment/reading-stays";
import type { Locale } from "@/lib/auth/permissions";
import { dayInTable } from "@/lib/i18n/format-day";
import type { FileCrossing, FileGround, StudentFile } from "@/lib/services/students/get-student";
import { addressOfRow } from "../file/file-row";
import type { AccountLine } from "./account-lines";

/** How evidence is written: in which language, and where its crossings are to be looked up (null: on paper). */
export type EvidenceForm = { locale: Locale; crossingsAt: string | null };

const LINK = "text-lake hover:underline";

/** The crossings and grounds that a line of the account rests on, each with where it is known from. */
export function Evidence({
  line,
  file,
  ...form
}: EvidenceForm & { line: AccountLine; file: StudentFile }) {
  const crossings = file.crossings.filter(({ ref }) => line.crossings.includes(ref));
  // A ground takes a day out of the count; where it takes none, it shows nothing.
  const refs = line.status === "paused" ? line.grounds : [];
  const grounds = file.grounds.filter(({ ref }) => refs.includes(ref));
  return (
    <ul className="space-y-0.5">
      {grounds.map((ground) => (
        <GroundLine key={`ground ${ground.ref}`} ground={ground} {...form} />
      ))}
      {crossings.map((crossing) => (
        <CrossingLine key={crossing.ref} crossing={crossing} {...form} />
      ))}
    </ul>
  );
}

/** A crossing in one line: when, which way, where, and where that is known from. */
export async function CrossingLine({
  crossing,
  locale,
  crossingsAt,
}: EvidenceForm & { crossing: FileCrossing }) {
  const words = await getTranslations({ locale, namespace: "assessment.directions" });
  const { ref, day, minute, direction, checkpoint } = crossing;
  const what = `${words(direction)} ${dayInTable(day)}${minute === null ? "" : ` ${clockTime(minute)}`}`;
  return (
    <li>
      {crossingsAt === null ? (
        what
      ) : (
        // No Link: a page that the router opens has no target, and the row would not be marked.
        <a href={`${crossingsAt}#${crossingAnchor(ref)}`} className={LINK}>
          {what}
        </a>
      )}
      {checkpoint === "" ? null : `, ${checkpoint}`}
      {", "}
      <CrossingSource crossing={crossing} locale={locale} crossingsAt={crossingsAt} />
    </li>
  );
}

async function CrossingSource({
  crossing: { source, recorded },
  locale,
  crossingsAt,
}: EvidenceForm & { crossing: FileCrossing }) {
  const t = await getTranslations({ locale, namespace: "students.crossings" });
  const repair = await getTranslations({ locale, namespace: "logRepair.marks" });
  if (source === null) {
    return (
      <span className="text-muted">{recorded === null ? t("noFile") : repair("recorded")}</span>
    );
  }
  const where =
    source.row === null ? source.fileName : t("row", { file: source.fileName, row: source.row });
  if (crossingsAt === null || source.importId === null) {
    return <span className="wrap-anywhere">{where}</span>;
  }
  return (
    <Link href={addressOfRow(source.importId, source.row)} className={LINK}>
      {where}
    </Link>
  );
}

async function GroundLine({ ground, locale }: EvidenceForm & { ground: FileGround }) {
  const t = await getTranslations({ locale, namespace: "dayCount.evidence" });
  const words = await getTranslations({ locale, namespace: "assessment.grounds" });
  const { kind, number, from, to } = ground;
  const span =
    to === null
      ? t("groundOpen", { from: dayInTable(from) })
      : t("ground", { from: dayInTable(from), to: dayInTable(to) });
  return (
    <li>
      {words(kind)}
      {number === "" ? null : ` № ${number}`}, {span}
    </li>
  );
}
