import { useTranslations } from "next-intl";
import { inARow } from "@/components/ui/in-a-row";
import { Notice } from "@/components/ui/notice";
import { useQuoted } from "@/components/ui/use-quoted";
import type { ReadFormat } from "@/lib/db/import/import-words";
import { momentInTable } from "@/lib/i18n/format-moment";
import type { FoundImport } from "./import-refused";

/** Tells that the columns are read as in an earlier file, whose choice that was, and what is not as it was. */
export function RecalledNotice({
  format,
  dormitories,
  mayChange,
}: {
  format: ReadFormat;
  /** Of the office: a value for all rows may mean one of them. */
  dormitories: FoundImport["dormitories"];
  mayChange: boolean;
}) {
  const t = useTranslations("imports.recalled");
  const quoted = useQuoted();
  if (!format.recalled) return null;
  const { by, at, moved, vanished, added, constants } = format.recalled;
  const when = momentInTable(new Date(at));
  const list = (headings: readonly string[]) => inARow(headings.map(quoted));
  const named = (value: string) =>
    dormitories.find(({ meaning }) => meaning === value)?.name ?? value;
  const differs = moved.length + vanished.length + added.length > 0;
  return (
    <Notice
      tone={differs ? "warn" : "info"}
      title={t(by ? "by" : "before", { by: by ?? "", when })}
    >
      {moved.length > 0 ? <p>{t("moved", { columns: list(moved) })}</p> : null}
      {vanished.length > 0 ? <p>{t("vanished", { columns: list(vanished) })}</p> : null}
      {added.length > 0 ? <p>{t("added", { columns: list(added) })}</p> : null}
      {Object.keys(constants).length > 0 ? (
        <p>{t("constants", { values: list(Object.values(constants).map(named)) })}</p>
      ) : null}
      {mayChange ? <p>{t("change")}</p> : null}
    </Notice>
  );
}
