import { useTranslations } from "next-intl";
import { DayText } from "@/components/assessment/day-text";
import { LongList } from "@/components/ui/long-list";
import type { PersonChange, SinceRow } from "@/lib/services/students/doubles";

/** Row by row, what came to a record since another one went into it: what goes to that one again, and what stays. */
export function CameSince({ change, rows }: { change: PersonChange; rows: readonly SinceRow[] }) {
  const t = useTranslations("people.record.since");
  if (change.kind !== "merge") return null;
  const goes = rows.filter(({ whose }) => whose === "other");
  const stays = rows.filter(({ whose }) => whose === null);
  return (
    <>
      {goes.length === 0 ? null : (
        <div className="space-y-1">
          <p>{t("goes", { name: change.otherName, number: change.otherNo })}</p>
          <Rows rows={goes} />
        </div>
      )}
      {stays.length === 0 ? null : (
        <div className="space-y-1">
          <p>{t("stays")}</p>
          <Rows rows={stays} />
          <p className="text-muted text-sm">{t("hint")}</p>
        </div>
      )}
    </>
  );
}

function Rows({ rows }: { rows: readonly SinceRow[] }) {
  return (
    <LongList>
      <ul className="list-disc pl-5">
        {rows.map((row) => (
          <li key={`${row.table} ${row.key}`} className="break-words">
            <RowWords row={row} />
          </li>
        ))}
      </ul>
    </LongList>
  );
}

function RowWords({ row }: { row: SinceRow }) {
  const t = useTranslations("people.record.since");
  const words = useTranslations("assessment");
  const { table, day, direction, kind, number, source } = row;
  const what =
    direction !== null
      ? words(`directions.${direction}`)
      : kind !== null
        ? words(`grounds.${kind}`)
        : t(table === "border_count" ? "borderCount" : "document");
  return (
    <>
      {[what, number].filter((text) => text !== "").join(" ")}
      {day === null ? null : (
        <>
          {" "}
          <DayText day={day} form="table" />
        </>
      )}
      {": "}
      {source === null ? t("noFile") : t("file", { file: source.fileName, row: source.row })}
    </>
  );
}
