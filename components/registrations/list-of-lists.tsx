import Link from "next/link";
import { useTranslations } from "next-intl";
import { DayText } from "@/components/assessment/day-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Cell, HeadCell, Row, RowHeadCell, Table, TableHead } from "@/components/ui/table";
import { withAsOf } from "@/lib/civil-date/as-of";
import { momentInTable } from "@/lib/i18n/format-moment";
import type { ListedRequestList } from "@/lib/services/registrations/list-request-lists";

/** Every list with its state, whom it holds, and by whom. */
export function ListOfLists({
  lists,
  asOf,
}: {
  lists: readonly ListedRequestList[];
  /** The day of the screen as the address has it. */
  asOf: string | null;
}) {
  const t = useTranslations("registrations");
  if (lists.length === 0) return <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>;
  return (
    <Table caption={t("title")}>
      <TableHead>
        <HeadCell>{t("lists.list")}</HeadCell>
        <HeadCell>{t("lists.state")}</HeadCell>
        <HeadCell>{t("lists.asOf")}</HeadCell>
        <HeadCell align="end">{t("lists.students")}</HeadCell>
        <HeadCell align="end">{t("lists.leftOut")}</HeadCell>
        <HeadCell>{t("lists.when")}</HeadCell>
        <HeadCell>{t("lists.who")}</HeadCell>
        <HeadCell>{t("references.petition")}</HeadCell>
      </TableHead>
      <tbody>
        {lists.map((list) => (
          <ListRow key={list.id} list={list} asOf={asOf} />
        ))}
      </tbody>
    </Table>
  );
}

function ListRow({ list, asOf }: { list: ListedRequestList; asOf: string | null }) {
  const t = useTranslations("registrations");
  const { number, filedAt, createdAt } = list;
  return (
    <Row>
      <RowHeadCell>
        <Link
          href={withAsOf(`/registrations/${list.id}`, asOf)}
          className="whitespace-nowrap text-lake underline-offset-3 hover:underline"
        >
          {number === null ? t("draft.title") : t("filed.title", { number })}
        </Link>
      </RowHeadCell>
      <Cell>{t(`states.${list.state}`)}</Cell>
      <Cell>{number === null ? null : <DayText day={list.asOf} form="table" />}</Cell>
      <Cell align="end">{list.students}</Cell>
      <Cell align="end">{number === null ? null : list.leftOut}</Cell>
      <Cell className="whitespace-nowrap tabular-nums">{momentInTable(filedAt ?? createdAt)}</Cell>
      <Cell>{(number === null ? list.createdByName : list.filedByName) ?? t("system")}</Cell>
      <Cell>{list.petition}</Cell>
    </Row>
  );
}
