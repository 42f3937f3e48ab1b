import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import type { FormAction } from "@/components/ui/sent-form";
import { Cell, HeadCell, Row, RowHeadCell, Table, TableHead } from "@/components/ui/table";
import type { DormitoryRecord } from "@/lib/services/office/dormitories";
import { DormitoryForm } from "./dormitory-form";
import { EditDialog } from "./edit-dialog";

/** The dormitories by name, each to be changed or removed. */
export function DormitoryTable({
  dormitories,
  save,
  remove,
}: {
  dormitories: readonly DormitoryRecord[];
  save: FormAction<null>;
  remove: FormAction<null>;
}) {
  const t = useTranslations("office.dormitories");
  if (dormitories.length === 0) return <EmptyState title={t("none")}>{t("noneLead")}</EmptyState>;
  return (
    <Table caption={t("title")}>
      <TableHead>
        <HeadCell>{t("name")}</HeadCell>
        <HeadCell>{t("address")}</HeadCell>
        <HeadCell>{t("manager")}</HeadCell>
        <HeadCell>
          <span className="sr-only">{t("change")}</span>
        </HeadCell>
      </TableHead>
      <tbody>
        {dormitories.map((dormitory) => (
          <Row key={dormitory.id}>
            <RowHeadCell>{dormitory.name}</RowHeadCell>
            <Cell>{dormitory.address}</Cell>
            <Cell>{dormitory.manager}</Cell>
            <Cell className="text-right">
              <EditDialog
                id={dormitory.id}
                name={dormitory.name}
                removeLead={t("removeLead")}
                remove={remove}
              >
                <DormitoryForm action={save} dormitory={dormitory} />
              </EditDialog>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
