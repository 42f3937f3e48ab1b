import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { useQuoted } from "@/components/ui/use-quoted";
import { holdsPairs } from "@/lib/db/import/import-words";
import type { FoundImport } from "./import-refused";

/** Rows of people whom the database does not know: how many, which, and what mends them all. */
export function UnknownStudents({ found }: { found: FoundImport }) {
  const t = useTranslations("imports");
  const quoted = useQuoted();
  const { record, unknownStudents } = found;
  if (unknownStudents === null) return null;
  const { column, rows, more, examples } = unknownStudents;
  const count = record.counts?.unknownStudent ?? 0;
  const place = column === null ? "" : `&column=${column}`;
  return (
    <div className="flex gap-2.5 border-rule border-t py-2">
      <Icon name="error" className="mt-0.75 text-over" />
      <div className="min-w-0">
        <p>{t("groups.unknownStudent", { count })}</p>
        <p className="text-muted text-sm tabular-nums">
          {t(holdsPairs(record) ? "groups.crossings" : "groups.rows", {
            count,
            rows: rows.join(", "),
            more: more ? "yes" : "no",
          })}
        </p>
        {examples.length > 0 ? (
          <p className="wrap-anywhere text-sm">{examples.map(quoted).join(", ")}</p>
        ) : null}
        {record.state === "ready" ? (
          <p className="flex flex-wrap gap-x-4">
            <Link href="/imports?kind=roster" className={LINK}>
              {t("groups.importRoster")}
            </Link>
            <Link href={`/imports/${record.id}/grid?code=unknownStudent${place}`} className={LINK}>
              {t("groups.mendNumbers")}
            </Link>
          </p>
        ) : null}
      </div>
    </div>
  );
}

const LINK = "text-lake underline underline-offset-3";
