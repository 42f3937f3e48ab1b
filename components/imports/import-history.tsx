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
        <HeadCell>{t("history.kind")}</HeadCell>
        <HeadCell>{t("history.state")}</HeadCell>
        <HeadCell align="end">{t("outcomes.new")}</HeadCell>
        <HeadCell align="end">{t("outcomes.changed")}</HeadCell>
        <HeadCell align="end">{t("outcomes.unchanged")}</HeadCell>
        <HeadCell align="end">{t("history.leftOut")}</HeadCell>
        <HeadCell>{t("history.when")}</HeadCell>
        <HeadCell>{t("history.who")}</HeadCell>
      </TableHead>
      <tbody>
        {imports.map((record) => (
          <HistoryRow key={record.id} record={record} />
        ))}
      </tbody>
    </Table>
  );
}

function HistoryRow({ record }: { record: ImportRecord }) {
  const t = useTranslations("imports");
  const format = useFormatter();
  const { counts } = record;
  const number = (count: number | undefined) => (counts === null ? "–" : format.number(count ?? 0));
  return (
    <Row>
      <RowHeadCell>
        <Link
          href={`/imports/${record.id}`}
          className="break-all text-lake underline-offset-3 hover:underline"
        >
          {record.fileName}
        </Link>
      </RowHeadCell>
      <Cell>{t(`kinds.${record.kind}`)}</Cell>
      <Cell>
        <ImportState state={record.state} />
      </Cell>
      <Cell align="end">{number(counts?.new)}</Cell>
      <Cell align="end">{number(counts?.changed)}</Cell>
      <Cell align="end">{number(counts?.unchanged)}</Cell>
      <Cell align="end">{number(stayingOut(counts))}</Cell>
      <Cell className="whitespace-nowrap tabular-nums">{momentInTable(record.createdAt)}</Cell>
      <Cell>{record.createdByName ?? t("history.system")}</Cell>
    </Row>
  );
}
