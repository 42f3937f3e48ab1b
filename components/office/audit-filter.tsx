import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { UserRecord } from "@/lib/services/access/list-accounts";
import { useAuditWords } from "./audit-words";

/** What was done, to what, by whom: a plain form whose answer is an address. */
export function AuditFilter({
  filter,
  words,
  users,
}: {
  filter: Record<string, string>;
  words: { actions: readonly string[]; entities: readonly string[] };
  users: readonly UserRecord[];
}) {
  const t = useTranslations("office.audit");
  const named = useAuditWords();
  const { action = "", entity = "", userId = "" } = filter;
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <div className="w-64">
        <Select
          key={`action ${action}`}
          label={t("action")}
          name="action"
          empty={t("any")}
          options={words.actions.map((word) => ({ value: word, label: named.action(word) }))}
          defaultValue={action}
        />
      </div>
      <div className="w-52">
        <Select
          key={`entity ${entity}`}
          label={t("entity")}
          name="entity"
          empty={t("any")}
          options={words.entities.map((word) => ({ value: word, label: named.entity(word) }))}
          defaultValue={entity}
        />
      </div>
      <div className="w-52">
        <Select
          key={`user ${userId}`}
          label={t("user")}
          name="userId"
          empty={t("any")}
          options={users.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={userId}
        />
      </div>
      <Button type="submit">{t("show")}</Button>
      {Object.keys(filter).length === 0 ? null : (
        <LinkButton href="/office/audit" look="quiet">
          {t("clear")}
        </LinkButton>
      )}
    </form>
  );
}
