import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import type { FormAction } from "@/components/ui/sent-form";
import { Cell, HeadCell, Row, RowHeadCell, Table, TableHead } from "@/components/ui/table";
import { civilDate, formatDay } from "@/lib/civil-date/day";
import { dayInTable } from "@/lib/i18n/format-day";
import type { AcademicYearRecord } from "@/lib/services/office/academic-years";
import { EditDialog } from "./edit-dialog";
import { YearForm } from "./year-form";

/** The academic years, each named by the calendar years it touches. */
export function YearTable({
  years,
  save,
  remove,
}: {
  years: readonly AcademicYearRecord[];
  save: FormAction<null>;
  remove: FormAction<null>;
}) {
  const t = useTranslations("office.years");
  if (years.length === 0) return <EmptyState title={t("none")}>{t("noneLead")}</EmptyState>;
  return (
    <Table caption={t("title")}>
      <TableHead>
        <HeadCell>{t("year")}</HeadCell>
        <HeadCell>{t("from")}</HeadCell>
        <HeadCell>{t("to")}</HeadCell>
        <HeadCell>
          <span className="sr-only">{t("change")}</span>
        </HeadCell>
      </TableHead>
      <tbody>
        {years.map(({ id, from, to }) => (
          <Row key={id}>
            <RowHeadCell>{nameOf(civilDate(from).year, civilDate(to).year)}</RowHeadCell>
            <Cell className="tabular-nums">{dayInTable(from)}</Cell>
            <Cell className="tabular-nums">{dayInTable(to)}</Cell>
            <Cell className="text-right">
              <EditDialog
                id={id}
                name={nameOf(civilDate(from).year, civilDate(to).year)}
                removeLead={t("removeLead")}
                remove={remove}
              >
                <YearForm action={save} year={{ id, from: formatDay(from), to: formatDay(to) }} />
              </EditDialog>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function nameOf(first: number, last: number): string {
  return first === last ? String(first) : `${first}/${last}`;
}
