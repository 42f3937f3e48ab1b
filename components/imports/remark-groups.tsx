import Link from "next/link";
import { useTranslations } from "next-intl";
import type { RemarkGroup } from "@/lib/db/import/row-words";
import { RemarkSign } from "./remark-sign";
import { useRemarkWords } from "./remark-words";

/** Everything that was remarked, grouped by what mends it, the gravest first. */
export function RemarkGroups({
  groups,
  decideAt,
}: {
  groups: readonly RemarkGroup[];
  /** Where a person says which registration holds; null: nobody may, any more. */
  decideAt: string | null;
}) {
  const t = useTranslations("imports.groups");
  const words = useRemarkWords();
  return (
    <ul className="divide-y divide-rule border-rule border-y">
      {groups.map(({ code, field, value, params, count, rows }) => (
        <li key={`${code} ${field}`} className="flex gap-2.5 py-2">
          <RemarkSign code={code} />
          <div>
            <p>
              {code === "rowLength" ? t("rowLength") : words({ code, field, value, params })}
              {code === "otherRegistration" && decideAt !== null ? (
                <>
                  {" "}
                  <Link href={decideAt} className="text-lake underline underline-offset-3">
                    {t("decide")}
                  </Link>
                </>
              ) : null}
            </p>
            <p className="text-muted text-sm tabular-nums">
              {t("rows", {
                count,
                rows: rows.join(", "),
                more: count > rows.length ? "yes" : "no",
              })}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
