import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/submit-button";
import { Cell, HeadCell, Row, RowHeadCell, Table, TableHead } from "@/components/ui/table";
import { momentInTable } from "@/lib/i18n/format-moment";
import type { SessionRecord } from "@/lib/services/access/list-sessions";
import { deviceName } from "./device-name";

/** Browsers that are signed in, with a way to end each but `here`, the one that looks. `named`: whose they are. */
export function SessionTable({
  sessions,
  here,
  end,
  named = false,
}: {
  sessions: readonly SessionRecord[];
  here: string;
  end: (form: FormData) => Promise<void>;
  named?: boolean;
}) {
  const t = useTranslations("office.sessions");
  return (
    <Table caption={t("caption")}>
      <TableHead>
        {named ? <HeadCell>{t("user")}</HeadCell> : null}
        <HeadCell>{t("device")}</HeadCell>
        <HeadCell className="max-sm:hidden">{t("since")}</HeadCell>
        <HeadCell>{t("lastSeen")}</HeadCell>
        <HeadCell>
          <span className="sr-only">{t("end")}</span>
        </HeadCell>
      </TableHead>
      <tbody>
        {sessions.map((session) => (
          <Row key={session.id}>
            {named ? <RowHeadCell>{session.userName}</RowHeadCell> : null}
            <Cell>{deviceName(session.userAgent) || t("unknownDevice")}</Cell>
            <Cell className="tabular-nums max-sm:hidden">{momentInTable(session.createdAt)}</Cell>
            <Cell className="tabular-nums">{momentInTable(session.lastSeenAt)}</Cell>
            <Cell className="text-right">
              {session.id === here ? (
                <span className="px-2.5 text-muted text-sm">{t("here")}</span>
              ) : (
                <form action={end}>
                  <input type="hidden" name="sessionId" value={session.id} />
                  <SubmitButton size="small" look="quiet">
                    {t("end")}
                  </SubmitButton>
                </form>
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
