"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { useQuoted } from "@/components/ui/use-quoted";
import type { GridFilter, ProblemGroup } from "@/lib/db/import/grid-words";
import { SIGNS } from "../remark-signs";
import { useRemarkWords } from "../remark-words";
import { columnName } from "./column-name";
import type { FoundGrid, GridActions } from "./grid-actions";
import { GroupMending } from "./group-mending";
import type { Mending } from "./use-mending";

const keyOf = ({ code, column }: { code: string; column: number | null }) => `${code} ${column}`;

/** The problems of a file by the mending that they need, errors first; one is chosen, with its rows in the grid. */
export function GroupList({
  found: { record, groups, header },
  filter,
  mending,
  actions,
}: {
  found: FoundGrid;
  filter: GridFilter;
  mending: Mending;
  actions: GridActions | null;
}) {
  const t = useTranslations("imports.grid");
  const chosen = filter.group === null ? null : keyOf(filter.group);
  return (
    <nav aria-label={t("problems")} className="min-w-0">
      <p className="border-rule border-b pb-1 font-medium text-muted text-sm">{t("problems")}</p>
      {groups.length === 0 ? <p className="py-2">{t("noProblems")}</p> : null}
      <ul>
        {groups.map((group) => (
          <li key={keyOf(group)} className="border-rule border-b py-1">
            <GroupLink
              importId={record.id}
              group={group}
              heading={header[group.column ?? -1] ?? ""}
              isChosen={keyOf(group) === chosen}
            />
            {keyOf(group) === chosen && actions !== null && mending.mend !== null ? (
              <GroupMending
                key={record.mendVersion}
                importId={record.id}
                group={group}
                texts={actions.texts}
                mend={mending.mend}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function GroupLink({
  importId,
  group,
  heading,
  isChosen,
}: {
  importId: string;
  group: ProblemGroup;
  heading: string;
  isChosen: boolean;
}) {
  const t = useTranslations("imports.grid");
  const quoted = useQuoted();
  const { code, column, count, severity, rows, examples } = group;
  const place = column === null ? "" : `&column=${column}`;
  const { icon, ink } = SIGNS[severity];
  return (
    <Link
      href={
        isChosen ? `/imports/${importId}/grid` : `/imports/${importId}/grid?code=${code}${place}`
      }
      scroll={false}
      aria-current={isChosen ? "true" : undefined}
      className="flex gap-2 px-1 py-0.5 hover:bg-lake-wash aria-[current]:bg-lake-wash"
    >
      <Icon name={icon} className={`mt-0.75 ${ink}`} />
      <span className="min-w-0 flex-1">
        <span className="sr-only">{`${t(`severities.${severity}`)}: `}</span>
        <b className="tabular-nums">{t("groupRows", { count })}</b>{" "}
        {column === null ? null : (
          <span className="text-muted">
            {t("inColumn", { column: columnName(column), heading: heading || "none" })}
          </span>
        )}
        <span className="block">
          <GroupWords group={group} />
        </span>
        <span className="block truncate text-muted text-sm">
          {examples.length > 0 && group.value === ""
            ? examples.map(quoted).join(", ")
            : t("firstRows", { count: rows.length, rows: rows.join(", ") })}
        </span>
      </span>
      <Icon name="close" className={isChosen ? "text-lake" : "invisible"} />
    </Link>
  );
}

function GroupWords({ group: { code, column, field, value, params } }: { group: ProblemGroup }) {
  const t = useTranslations("imports");
  const words = useRemarkWords();
  if (code === "unknownStudent" || code === "toConfirm") return <>{t(`outcomes.${code}`)}</>;
  if (code === "rowLength") return <>{t("groups.rowLength")}</>;
  // The heading of the column says which field it is.
  return <>{words({ code, field: column === null ? field : null, value, params })}</>;
}
