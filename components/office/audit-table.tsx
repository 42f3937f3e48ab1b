import Link from "next/link";
import { useTranslations } from "next-intl";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import { momentInTable } from "@/lib/i18n/format-moment";
import type { AuditRecord } from "@/lib/services/audit/list-audit";
import { AuditDetail } from "./audit-detail";
import { useAuditWords } from "./audit-words";

/** What was done, newest first; an entity leads to all that was done to it. */
export function AuditTable({ events }: { events: readonly AuditRecord[] }) {
  const t = useTranslations("office.audit");
  const named = useAuditWords();
  return (
    <Table caption={t("caption")}>
      <TableHead>
        <HeadCell>{t("at")}</HeadCell>
        <HeadCell>{t("user")}</HeadCell>
        <HeadCell>{t("action")}</HeadCell>
        <HeadCell>{t("entity")}</HeadCell>
        <HeadCell>{t("detail")}</HeadCell>
      </TableHead>
      <tbody>
        {events.map((event) => (
          <Row key={event.id}>
            <Cell className="whitespace-nowrap tabular-nums">{momentInTable(event.at)}</Cell>
            <Cell>{event.userName ?? t("system")}</Cell>
            <Cell>{named.action(event.action)}</Cell>
            <Cell>
              <Link
                href={`/office/audit?${new URLSearchParams({ entity: event.entity, entityId: event.entityId })}`}
                className="text-lake underline-offset-3 hover:underline"
                title={event.entityId}
              >
                {named.entity(event.entity)} {shortId(event.entityId)}
              </Link>
            </Cell>
            <Cell>
              <AuditDetail detail={event.detail} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** The end of a long id tells as much as the whole: ids that begin with the time begin alike. */
function shortId(id: string): string {
  return id.length > 12 ? `…${id.slice(-6)}` : id;
}
