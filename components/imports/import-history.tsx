import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Cell, HeadCell, Row, RowHeadCell, Table, TableHead } from "@/components/ui/table";
import { type ImportRecord, stayingOut } from "@/lib/db/import/import-words";
import { momentInTable } from "@/lib/i18n/format-moment";
import { ImportState } from "./import-state";

/** All imports, newest first, with what each did. */
export function ImportHistory({ imports }: { imports: readonly ImportRecord[] }) {
  const t = useTranslations("imports");
  if (imports.length === 0) {
    return <EmptyState title={t("history.empty")}>{t("history.emptyHint")}</EmptyState>;
  }
  return (
    <Table caption={t("history.title")}>
      <TableHead>
        <HeadCell>{t("history.file")}</HeadCell>
        <HeadCell className={WIDE}>{t("history.kind")}</HeadCell>
        <HeadCell className={WIDE}>{t("history.state")}</HeadCell>
        <HeadCell align="end" className={`first-letter:uppercase ${WIDE}`}>
          {t("outcomes.new")}
        </HeadCell>
        <HeadCell align="end" className={`first-letter:uppercase ${WIDE}`}>
          {t("outcomes.changed")}
        </HeadCell>
        <HeadCell align="end" className={`first-letter:uppercase ${WIDE}`}>
          {t("outcomes.unchanged")}
        </HeadCell>
        <HeadCell align="end" className={WIDE}>
          {t("history.leftOut")}
        </HeadCell>
        <HeadCell className={WIDE}>{t("history.when")}</HeadCell>
        <HeadCell className={WIDE}>{t("history.who")}</HeadCell>
      </TableHead>
      <tbody>
        {imports.map((record) => (
          <HistoryRow key={record.id} record={record} />
        ))}
      </tbody>
    </Table>
  );
}

/** On a narrow screen all is told under the file's name. */
const WIDE = "max-md:hidden";

function HistoryRow({ record }: { record: ImportRecord }) {
  const t = useTranslations("imports");
  const format = useFormatter();
  const { counts } = record;
  const number = (count: number | undefined) => (counts === null ? "–" : format.number(count ?? 0));
  const when = momentInTable(record.createdAt);
  const who = record.createdByName ?? t("history.system");
  return (
    <Row>
      <RowHeadCell className="wrap-anywhere md:min-w-56">
        <Link
          href={`/imports/${record.id}`}
          className="text-lake underline-offset-3 hover:underline"
        >
          {record.fileName}
        </Link>
        <div className="space-y-0.5 py-0.5 font-normal text-sm md:hidden">
          <p className="flex flex-wrap gap-x-3">
            {t(`kinds.${record.kind}`)} <ImportState state={record.state} />
          </p>
          {counts === null ? null : (
            <p className="tabular-nums">
              {t("history.counts", {
                added: counts.new ?? 0,
                changed: counts.changed ?? 0,
                unchanged: counts.unchanged ?? 0,
                out: stayingOut(counts),
              })}
            </p>
          )}
          <p className="text-muted tabular-nums">{`${when}, ${who}`}</p>
        </div>
      </RowHeadCell>
      <Cell className={WIDE}>{t(`kinds.${record.kind}`)}</Cell>
      <Cell className={WIDE}>
        <ImportState state={record.state} />
      </Cell>
      <Cell align="end" className={WIDE}>
        {number(counts?.new)}
      </Cell>
      <Cell align="end" className={WIDE}>
        {number(counts?.changed)}
      </Cell>
      <Cell align="end" className={WIDE}>
        {number(counts?.unchanged)}
      </Cell>
      <Cell align="end" className={WIDE}>
        {number(stayingOut(counts))}
      </Cell>
      <Cell className={`whitespace-nowrap tabular-nums ${WIDE}`}>{when}</Cell>
      <Cell className={WIDE}>{who}</Cell>
    </Row>
  );
}
