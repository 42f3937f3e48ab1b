import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { RemarkGroup } from "@/lib/db/import/row-words";
import { useRemarkWords } from "./remark-words";

/** Everything that was remarked, grouped by what mends it, most frequent first. */
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
      {groups.map(({ code, field, outcome, count, rows }) => (
        <li key={`${code} ${field} ${outcome}`} className="flex gap-2.5 py-2">
          {outcome === "wrong" || outcome === "conflict" ? (
            <Icon name="error" className="mt-0.75 text-over" />
          ) : (
            <Icon name="info" className="mt-0.75 text-lapsing" />
          )}
          <div>
            <p>
              {code === "rowLength"
                ? t("rowLength")
                : words({ code, field, value: "", params: {} })}
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
