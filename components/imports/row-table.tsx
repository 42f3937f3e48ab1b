import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { SideScroll } from "@/components/ui/side-scroll";
import { Cell, HeadCell, Row, RowHeadCell, Table, TableHead } from "@/components/ui/table";
import type { ImportRowRecord, RowRemark } from "@/lib/db/import/row-words";
import { severityOf } from "@/lib/db/import/severity";
import { useChangeWords } from "./change-words";
import { dateReadAt } from "./date-read";
import { columnLetters } from "./reading-words";
import { RemarkSign } from "./remark-sign";
import { useRemarkWords } from "./remark-words";
import type { Tense } from "./tense";

/** On paper the cells of so many columns stand beside each other; of more each row is a block of its own. */
const MOST_BESIDE = 10;

/** Rows as they stand in the file, with what would become of each, and what is said of it. */
export function RowTable({
  header,
  rows,
  tense,
  marked,
}: {
  header: readonly string[];
  rows: readonly ImportRowRecord[];
  tense: Tense;
  /** The number of the row that is looked for; 0: none. */
  marked: number;
}) {
  const t = useTranslations("imports");
  const onPaper = header.length > MOST_BESIDE ? "print-row-blocks" : "print-wrapping";
  const twice = new Set(rows.filter(({ part }) => part === 1).map(({ rowNo }) => rowNo));
  return (
    <div className={onPaper}>
      <SideScroll>
        <Table caption={t("rows.title")}>
          <TableHead>
            <HeadCell align="end">{t("rows.number")}</HeadCell>
            <HeadCell>{t("rows.outcome", { tense })}</HeadCell>
            <HeadCell>{t("rows.remarks")}</HeadCell>
            <HeadCell>{t("rows.student")}</HeadCell>
            {header.map((heading, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; headings repeat.
              <HeadCell key={index}>{heading || columnLetters(index)}</HeadCell>
            ))}
          </TableHead>
          <tbody>
            {rows.map((row) => (
              <FileRow
                key={`${row.rowNo} ${row.part}`}
                row={row}
                header={header}
                isOneOfTwo={twice.has(row.rowNo)}
                tense={tense}
                marked={row.rowNo === marked}
              />
            ))}
          </tbody>
        </Table>
      </SideScroll>
    </div>
  );
}

/** `isOneOfTwo`: the row of the file holds an entry and an exit, and stands here for each. */
function FileRow({
  row,
  header,
  isOneOfTwo,
  tense,
  marked,
}: {
  row: ImportRowRecord;
  header: readonly string[];
  isOneOfTwo: boolean;
  tense: Tense;
  marked: boolean;
}) {
  const t = useTranslations("imports");
  const errors = row.issues.filter(({ code }) => severityOf(code) === "error");
  const bad = new Set(errors.map(({ column }) => column));
  const width = Math.max(header.length, row.cells.length);
  return (
    <Row
      id={row.part === 0 ? `row-${row.rowNo}` : undefined}
      marked={marked}
      aria-current={marked || undefined}
      className="scroll-mt-24"
    >
      <RowHeadCell align="end">{row.rowNo}</RowHeadCell>
      <Cell className="whitespace-nowrap">
        {t(`outcomeOfRow.${row.outcome}`)}
        {isOneOfTwo ? (
          <span className="block text-muted text-sm">
            {t(`meanings.direction.${row.part === 0 ? "entry" : "exit"}`)}
          </span>
        ) : null}
      </Cell>
      <Cell className="min-w-64 print:min-w-40">
        <RowRemarks row={row} tense={tense} />
      </Cell>
      <Cell className="whitespace-nowrap">
        {row.studentId === null ? null : (
          <Link
            href={`/students/${row.studentId}`}
            className="text-lake underline-offset-3 hover:underline"
          >
            {row.studentName}
          </Link>
        )}
      </Cell>
      {Array.from({ length: width }, (_, index) => (
        <Cell
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place in the row.
          key={index}
          data-heading={header[index] || columnLetters(index)}
          className={`max-w-56 truncate print:max-w-40 print:whitespace-normal ${bad.has(index) ? "bg-over-wash text-over" : ""}`}
          title={row.cells[index]}
        >
          {row.cells[index]}
          <AsRead row={row} column={index} />
          <InFile row={row} column={index} />
        </Cell>
      ))}
    </Row>
  );
}

/** What a date was read as that could have been read otherwise. */
function AsRead({ row, column }: { row: ImportRowRecord; column: number }) {
  const read = dateReadAt(row, column, useLocale());
  return read === null ? null : <span className="text-muted"> {read}</span>;
}

/** What the file has where a person has mended the cell. */
function InFile({ row, column }: { row: ImportRowRecord; column: number }) {
  const t = useTranslations("imports.grid");
  const mended = row.original.find(([at]) => at === column);
  if (mended === undefined) return null;
  return (
    <span className="flex items-center gap-1 text-muted text-sm">
      <Icon name="pen" /> {t("wasInFile", { text: mended[1] ?? "" })}
    </span>
  );
}

/** A column's empty cells are told once for all their rows. */
const isOfThisRow = ({ code }: RowRemark) => code !== "emptyCellKept";

function RowRemarks({ row, tense }: { row: ImportRowRecord; tense: Tense }) {
  const words = useRemarkWords();
  const changeWords = useChangeWords(tense);
  return (
    <ul>
      {row.issues.filter(isOfThisRow).map((issue) => (
        <li key={`${issue.code} ${issue.column}`} className="flex gap-1.5">
          <RemarkSign code={issue.code} />
          <span>{words(issue)}</span>
        </li>
      ))}
      {row.changes.map((change) => (
        <li key={`${change.field} ${change.old}`}>{changeWords(change)}</li>
      ))}
    </ul>
  );
}
