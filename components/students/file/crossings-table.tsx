import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { clockTime } from "@/components/assessment/clock-time";
import { DayText } from "@/components/assessment/day-text";
import { crossingAnchor } from "@/components/assessment/reading-stays";
import { LongList } from "@/components/ui/long-list";
import { Cell, HeadCell, Table, TableHead } from "@/components/ui/table";
import type { FileCrossing, StudentFile } from "@/lib/services/students/get-student";
import { FileRow } from "./file-row";
import { RepairMarks } from "./repair-marks";

/** The crossings behind the numbers, newest first, with the file and row that each came from. */
export function CrossingsTable({ file, mayRepair }: { file: StudentFile; mayRepair: boolean }) {
  const t = useTranslations("students.crossings");
  const { crossings, assessment, explanation, asOf } = file;
  if (crossings.length === 0) return <p className="text-muted">{t("none")}</p>;
  const explained =
    assessment.headline === null ? undefined : explanation.readings[assessment.headline];
  const counted = new Set(
    explained?.stays.flatMap((stay) => (stay.counted > 0 ? [stay.entryRef, stay.exitRef] : [])),
  );
  const wrong = new Set(assessment.dataProblems.map(({ ref }) => ref));
  return (
    <div className="space-y-2">
      <p className="text-muted text-sm">{t("count", { count: crossings.length })}</p>
      <LongList>
        <Table caption={t("caption")}>
          <TableHead>
            <HeadCell>{t("date")}</HeadCell>
            <HeadCell>{t("time")}</HeadCell>
            <HeadCell>{t("direction")}</HeadCell>
            <HeadCell>{t("checkpoint")}</HeadCell>
            <HeadCell>{t("document")}</HeadCell>
            <HeadCell>{t("source")}</HeadCell>
          </TableHead>
          <tbody>
            {crossings.toReversed().map((crossing) => (
              <CrossingRow
                key={crossing.ref}
                crossing={crossing}
                counted={counted.has(crossing.ref)}
                wrong={wrong.has(crossing.ref)}
                after={crossing.day > asOf}
                marks={
                  <RepairMarks
                    studentId={file.student.id}
                    crossing={crossing}
                    mayRepair={mayRepair}
                  />
                }
              />
            ))}
          </tbody>
        </Table>
      </LongList>
    </div>
  );
}

function CrossingRow({
  crossing,
  counted,
  wrong,
  after,
  marks,
}: {
  crossing: FileCrossing;
  /** A stay of the headline reading begins or ends with it. */
  counted: boolean;
  /** It does not fit the others. */
  wrong: boolean;
  after: boolean;
  /** What the office did to it. */
  marks: ReactNode;
}) {
  const t = useTranslations("students.crossings");
  const words = useTranslations("assessment.directions");
  const { ref, day, minute, direction, checkpoint, documentNo, setAside } = crossing;
  const struck = setAside === null ? "" : "text-muted line-through";
  return (
    <tr
      id={crossingAnchor(ref)}
      className={`scroll-mt-24 border-rule border-b border-l-3 target:bg-lake-wash ${counted ? "border-l-ink" : "border-l-transparent"} ${after ? "text-muted" : ""} ${wrong ? "bg-near-wash" : ""}`}
    >
      <Cell className={struck}>
        <DayText day={day} form="table" />
        {counted ? <span className="sr-only">, {t("inWindow")}</span> : null}
        {after ? <span className="block text-xs">{t("after")}</span> : null}
      </Cell>
      <Cell className={`tabular-nums ${struck}`}>
        {minute === null ? <span className="text-muted">{t("noTime")}</span> : clockTime(minute)}
      </Cell>
      <Cell className={struck}>{words(direction)}</Cell>
      <Cell className={struck}>{checkpoint}</Cell>
      <Cell className={`whitespace-nowrap tabular-nums ${struck}`}>{documentNo}</Cell>
      <Cell className="text-sm">
        <KnownFrom crossing={crossing} />
        {marks}
      </Cell>
    </tr>
  );
}

function KnownFrom({ crossing: { source, recorded } }: { crossing: FileCrossing }) {
  const t = useTranslations("students.crossings");
  if (source === null) {
    return recorded === null ? <span className="text-muted">{t("noFile")}</span> : null;
  }
  return <FileRow source={source} />;
}
