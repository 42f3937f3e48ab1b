import { useLocale, useTranslations } from "next-intl";
import { Cell, HeadCell, Row, RowHeadCell, Table, TableHead } from "@/components/ui/table";
import { READINGS } from "@/lib/compliance/assessment";
import { reconcile } from "@/lib/compliance/reconcile";
import type { Reconciliation } from "@/lib/compliance/recount";
import { dayInWords } from "@/lib/i18n/format-day";
import { momentInTable } from "@/lib/i18n/format-moment";
import type { BorderCountRecord, StudentFile } from "@/lib/services/students/get-student";
import type { StudentFilter } from "@/lib/services/students/student-filter";
import { Explanations } from "./explanations";
import { RemoveBorderCount } from "./remove-border-count";

/** One number of the border service: what it said and where, ours on that day, and what may lie between them. */
export function BorderCount({
  count,
  file,
  filter,
  mayWrite,
  mayOpenQuestions,
}: {
  count: BorderCountRecord;
  file: StudentFile;
  filter: StudentFilter;
  mayWrite: boolean;
  mayOpenQuestions: boolean;
}) {
  const t = useTranslations("borderCount");
  const locale = useLocale();
  const { statedDays, statedOn } = count;
  const { facts, ruleSet, settings } = file;
  const compared = reconcile(facts, ruleSet, settings, statedDays, statedOn);
  const what = t("stated", { day: dayInWords(statedOn, locale), days: statedDays });
  return (
    <article className="space-y-3 border-rule-strong border-l-3 bg-sheet px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        <p className="font-semibold">{what}</p>
        {mayWrite ? (
          <RemoveBorderCount studentId={file.student.id} id={count.id} what={what} />
        ) : null}
      </div>
      <Particulars count={count} />
      <Comparison compared={compared} />
      <Explanations
        compared={compared}
        file={file}
        filter={filter}
        mayOpenQuestions={mayOpenQuestions}
      />
    </article>
  );
}

/** The paper, what it says besides, and who entered it. */
function Particulars({ count }: { count: BorderCountRecord }) {
  const t = useTranslations("borderCount");
  const locale = useLocale();
  const { paper, paperNo, paperDate, returnOn, note, recordedByName, recordedAt } = count;
  const named = [
    paper,
    paperNo === "" ? "" : t("paperNo", { number: paperNo }),
    paperDate === null ? "" : t("paperDate", { day: dayInWords(paperDate, locale) }),
  ].filter((part) => part !== "");
  const lines = [
    named.length === 0 ? "" : t("paper", { paper: named.join(" ") }),
    returnOn === null ? "" : t("returnOn", { day: dayInWords(returnOn, locale) }),
    note === "" ? "" : t("note", { note }),
    t("recordedBy", { by: recordedByName ?? t("nobody"), at: momentInTable(recordedAt) }),
  ];
  return <p className="text-muted text-sm">{lines.filter((line) => line !== "").join(" ")}</p>;
}

/** Our count on that day in every reading, and how far theirs is from it. */
function Comparison({
  compared: { ours, statedDays, reading: own },
}: {
  compared: Reconciliation;
}) {
  const t = useTranslations("borderCount");
  const words = useTranslations("assessment.readings");
  const readings = READINGS.flatMap((name) => {
    const figures = ours[name];
    return figures === undefined ? [] : [{ name, ...figures }];
  });
  if (readings.length === 0) return <p>{t("noLimit")}</p>;
  return (
    <Table caption={t("ours")}>
      <TableHead>
        <HeadCell>{t("reading")}</HeadCell>
        <HeadCell align="end">{t("theirsDays")}</HeadCell>
        <HeadCell align="end">{t("oursDays")}</HeadCell>
        <HeadCell align="end">{t("difference")}</HeadCell>
      </TableHead>
      <tbody>
        {readings.map(({ name, usedMin, usedMax }) => (
          <Row key={name} className={name === own ? "font-semibold" : ""}>
            <RowHeadCell>{words(name)}</RowHeadCell>
            <Cell align="end">{statedDays}</Cell>
            <Cell align="end">{range(usedMin, usedMax, String)}</Cell>
            <Cell align="end">{range(statedDays - usedMax, statedDays - usedMin, signed)}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function range(min: number, max: number, written: (days: number) => string): string {
  return min === max ? written(min) : `${written(min)} … ${written(max)}`;
}

/** With a sign that is as wide as a figure: "+4", "−3", "0". */
function signed(days: number): string {
  if (days === 0) return "0";
  return days > 0 ? `+${days}` : `−${-days}`;
}
