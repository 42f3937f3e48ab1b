import { useTranslations } from "next-intl";
import { DayText } from "@/components/assessment/day-text";
import { Cell, HeadCell, Row, RowHeadCell, Table, TableHead } from "@/components/ui/table";
import type { Day } from "@/lib/civil-date/day";
import { dayInTable } from "@/lib/i18n/format-day";
import type { FileGround } from "@/lib/services/students/get-student";
import { FileRow } from "./file-row";

/** What a granted ground is on the day: ended, not begun, or holding. */
function phaseOf({ from, to }: FileGround, asOf: Day): "ended" | "ahead" | "holds" {
  if (to !== null && to < asOf) return "ended";
  return from > asOf ? "ahead" : "holds";
}

/** The student's grounds of stay, granted and not, in order of their first days. */
export function GroundsTable({ grounds, asOf }: { grounds: readonly FileGround[]; asOf: Day }) {
  const t = useTranslations("students.grounds");
  const words = useTranslations("assessment");
  if (grounds.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <Table caption={t("caption")}>
      <TableHead>
        <HeadCell>{t("kind")}</HeadCell>
        <HeadCell>{t("number")}</HeadCell>
        <HeadCell>{t("from")}</HeadCell>
        <HeadCell>{t("to")}</HeadCell>
        <HeadCell>{t("status")}</HeadCell>
        <HeadCell>{t("address")}</HeadCell>
        <HeadCell>{t("source")}</HeadCell>
      </TableHead>
      <tbody>
        {grounds.map((ground) => (
          <Row key={ground.ref}>
            <RowHeadCell>
              {words(`grounds.${ground.kind}`)}
              {ground.visaType === "" ? null : (
                <span className="block font-normal text-muted">{ground.visaType}</span>
              )}
            </RowHeadCell>
            <Cell className="tabular-nums">{ground.number}</Cell>
            <Cell>
              <DayText day={ground.from} form="table" />
            </Cell>
            <Cell>{ground.to === null ? t("open") : <DayText day={ground.to} form="table" />}</Cell>
            <Cell>
              {ground.status === "granted"
                ? t(phaseOf(ground, asOf))
                : words(`groundStatuses.${ground.status}`)}
              <Earlier ground={ground} />
            </Cell>
            <Cell>{ground.address}</Cell>
            <Cell className="text-sm">
              {ground.source === null ? (
                <span className="text-muted">{t("noFile")}</span>
              ) : (
                <FileRow source={ground.source} />
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** What an import has changed of it: until when it held before, or what it was. */
function Earlier({ ground: { earlier } }: { ground: FileGround }) {
  const t = useTranslations("students.grounds");
  const words = useTranslations("assessment.groundStatuses");
  return earlier.map(({ fileName, to, status }, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: one file may have changed it twice; the order is that of time.
    <span key={place} className="block text-muted text-sm">
      {t("earlier", {
        file: fileName,
        status: status === undefined ? "none" : words(status),
        until: to === undefined ? "none" : to === null ? "open" : dayInTable(to),
      })}
    </span>
  ));
}
