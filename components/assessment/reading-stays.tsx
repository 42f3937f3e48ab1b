import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LongList } from "@/components/ui/long-list";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import type { Day } from "@/lib/civil-date/day";
import type { ReadingName } from "@/lib/compliance/assessment";
import type { ExplainedPause, ExplainedReading, ExplainedStay } from "@/lib/compliance/explain";
import { DayText } from "./day-text";

/** Where a crossing stands on the page, by the engine's ref. */
export function crossingAnchor(ref: string): string {
  return `crossing-${ref}`;
}

/** How a reading comes to its number: its stays, the days counted of each, and the crossings that bound them. */
export function ReadingStays({
  name,
  reading,
  open,
}: {
  name: ReadingName;
  reading: ExplainedReading;
  /** Shown without being asked for. */
  open: boolean;
}) {
  const t = useTranslations("students.stays");
  const title = useTranslations("assessment.readings")(name);
  const isCertain = reading.stays.every(({ certain }) => certain);
  return (
    <details open={open} className="border-rule border-b">
      <summary className="py-2 font-medium text-lake">
        {t(isCertain ? "title" : "titleMost", { reading: title, used: reading.used })}
      </summary>
      {/* Inside, so that a link to it opens what is closed. */}
      <div id={`stays-${name}`} className="scroll-mt-32 space-y-2 pb-3">
        {reading.stays.length === 0 ? (
          <p className="text-muted">{t("none")}</p>
        ) : (
          <LongList>
            <StaysTable reading={reading} caption={t("caption", { reading: title })} />
          </LongList>
        )}
        {reading.pauses.map((pause) => (
          <Pause key={pause.ref} pause={pause} />
        ))}
      </div>
    </details>
  );
}

function StaysTable({ reading, caption }: { reading: ExplainedReading; caption: string }) {
  const t = useTranslations("students.stays");
  return (
    <Table caption={caption}>
      <TableHead>
        <HeadCell>{t("from")}</HeadCell>
        <HeadCell>{t("to")}</HeadCell>
        <HeadCell align="end">{t("counted")}</HeadCell>
        <HeadCell>{t("entry")}</HeadCell>
        <HeadCell>{t("exit")}</HeadCell>
      </TableHead>
      <tbody>
        {reading.stays.map((stay) => (
          <StayRow key={`${stay.from}-${stay.entryRef}-${stay.exitRef}`} stay={stay} />
        ))}
      </tbody>
      <tfoot>
        <tr className="font-semibold">
          <Cell colSpan={2}>{t("total")}</Cell>
          <Cell align="end">{reading.used}</Cell>
          <Cell colSpan={2} />
        </tr>
      </tfoot>
    </Table>
  );
}

function StayRow({ stay }: { stay: ExplainedStay }) {
  const t = useTranslations("students.stays");
  return (
    <Row>
      <Cell>
        <DayText day={stay.from} form="table" />
      </Cell>
      <Cell>
        <DayText day={stay.to} form="table" />
      </Cell>
      <Cell align="end">
        {stay.counted}
        {stay.certain ? null : <span className="block text-near text-xs">{t("uncertain")}</span>}
      </Cell>
      <Cell>
        <CrossingLink to={stay.entryRef} missing={t("missing")}>
          {t("entry")}
        </CrossingLink>
      </Cell>
      <Cell>
        <CrossingLink to={stay.exitRef} missing={t(stay.open ? "open" : "missing")}>
          {t("exit")}
        </CrossingLink>
      </Cell>
    </Row>
  );
}

function CrossingLink({
  to,
  missing,
  children,
}: {
  to: string | null;
  missing: string;
  children: ReactNode;
}) {
  if (to === null) return <span className="text-muted">{missing}</span>;
  return (
    <a href={`#${crossingAnchor(to)}`} className="text-lake underline underline-offset-3">
      {children}
    </a>
  );
}

function Pause({ pause }: { pause: ExplainedPause }) {
  const t = useTranslations("students.stays");
  const kind = useTranslations("assessment.grounds")(pause.kind);
  const day = (of: Day) => () => <DayText day={of} form="table" />;
  return (
    <p className="text-sm">
      {t.rich("paused", { kind, from: day(pause.from), to: day(pause.to), days: pause.daysInside })}
    </p>
  );
}
