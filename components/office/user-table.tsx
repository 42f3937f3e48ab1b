import { useTranslations } from "next-intl";
import { Cell, HeadCell, Row, RowHeadCell, Table, TableHead } from "@/components/ui/table";
import { momentInTable } from "@/lib/i18n/format-moment";
import type { UserRecord } from "@/lib/services/access/list-accounts";
import { type UserActions, UserDialog } from "./user-dialog";

/** Everyone with an account: who, as what, since when and whether it is open. */
export function UserTable({
  users,
  actions,
}: {
  users: readonly UserRecord[];
  actions: UserActions;
}) {
  const t = useTranslations("office");
  return (
    <Table caption={t("tabs.users")}>
      <TableHead>
        <HeadCell>{t("users.name")}</HeadCell>
        <HeadCell>{t("users.email")}</HeadCell>
        <HeadCell>{t("users.role")}</HeadCell>
        <HeadCell>{t("users.state")}</HeadCell>
        <HeadCell>{t("users.lastSeen")}</HeadCell>
        <HeadCell>
          <span className="sr-only">{t("users.change")}</span>
        </HeadCell>
      </TableHead>
      <tbody>
        {users.map((user) => (
          <Row key={user.id}>
            <RowHeadCell>{user.name}</RowHeadCell>
            <Cell>{user.email}</Cell>
            <Cell>{t(`roles.${user.role}`)}</Cell>
            <Cell className={user.disabled ? "text-over" : undefined}>
              {user.disabled ? t("users.closed") : t("users.opened")}
            </Cell>
            <Cell className="tabular-nums">
              {user.lastSeenAt === null ? t("users.never") : momentInTable(user.lastSeenAt)}
            </Cell>
            <Cell className="text-right">
              <UserDialog user={user} actions={actions} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
