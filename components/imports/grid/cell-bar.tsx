"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { GridRow } from "@/lib/db/import/grid-words";
import { severityOf } from "@/lib/db/import/severity";
import { dateReadAt } from "../date-read";
import { SIGNS } from "../remark-signs";
import { useRemarkWords } from "../remark-words";
import { columnName } from "./column-name";
import { originalAt, RowState } from "./grid-cell";
import type { Mending } from "./use-mending";

type Told = { row: GridRow; column: number; heading: string };

/** What is to be told of the cell that has the cursor, and of its row; what can be done with it. Read aloud as the cursor moves. */
export function CellBar({
  row,
  column,
  heading,
  onRow,
  mend,
  takeBack,
}: Omit<Told, "row"> & {
  /** Null: it has not come yet. Column -1 is the head of the row. */
  row: GridRow | null;
  onRow: ((row: GridRow) => void) | null;
} & Pick<Mending, "mend" | "takeBack">) {
  const t = useTranslations("imports.grid");
  if (row === null) return <p className="min-h-16 text-muted">{t("waiting")}</p>;
  const { rowNo } = row;
  const isMended = originalAt(row, column) !== undefined;
  return (
    <div className="flex min-h-16 flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div aria-live="polite" className="min-w-0 flex-1 basis-64 space-y-1">
        <Where row={row} column={column} heading={heading} />
        <State row={row} />
        <Remarks row={row} column={column} />
        {row.unchecked ? <p className="text-muted">{t("uncheckedRow")}</p> : null}
      </div>
      <div className="flex flex-wrap gap-2">
        {isMended && takeBack !== null ? (
          <Button size="small" onClick={() => takeBack({ rowNo, column })}>
            {t("asInFile")}
          </Button>
        ) : null}
        <WhichHolds row={row} mend={mend} takeBack={takeBack} />
        {onRow === null ? null : (
          <Button size="small" onClick={() => onRow(row)}>
            {t(row.leftOut ? "putBack" : "leaveOut")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Where another registration is recorded: that the file's one holds, or that it is to be decided anew. */
function WhichHolds({
  row,
  mend,
  takeBack,
}: { row: GridRow } & Pick<Mending, "mend" | "takeBack">) {
  const t = useTranslations("imports.grid");
  const { rowNo, issues } = row;
  if (mend === null || takeBack === null || row.leftOut) return null;
  if (issues.some(({ code }) => code === "otherReplaced")) {
    return (
      <Button size="small" onClick={() => takeBack({ rowNo, kind: "takeFile" })}>
        {t("decideAnew")}
      </Button>
    );
  }
  if (!issues.some(({ code }) => code === "otherRegistration")) return null;
  return (
    <Button size="small" onClick={() => mend({ kind: "takeFile", rowNos: [rowNo] })}>
      {t("takeFile")}
    </Button>
  );
}

/** What becomes of the row, also in words where the row itself has only its sign. */
function State({ row }: { row: GridRow }) {
  const unchecked = useTranslations("imports.grid")("unchecked");
  const outcome = useTranslations("imports.outcomeOfRow");
  return (
    <p>
      <RowState row={row} words={{ unchecked, outcome }} />
    </p>
  );
}

function Where({ row, column, heading }: Told) {
  const t = useTranslations("imports.grid");
  const locale = useLocale();
  if (column < 0) return <p className="font-semibold">{t("rowAt", { row: row.rowNo })}</p>;
  const was = originalAt(row, column);
  const read = dateReadAt(row, column, locale);
  const place = { row: row.rowNo, column: columnName(column), heading: heading || "none" };
  return (
    <>
      <p>
        <b>{t("cellAt", place)}</b>
        <span className="ml-2 tabular-nums">{row.cells[column] ?? t("noCell")}</span>
        {read === null ? null : <span className="text-muted tabular-nums"> {read}</span>}
      </p>
      {was === undefined ? null : (
        <p className="flex items-center gap-1.5">
          <Icon name="pen" className="text-lake" /> {t("wasInFile", { text: was ?? "" })}
        </p>
      )}
    </>
  );
}

/** First what is said of the cell, then of the rest of the row. */
function Remarks({ row, column }: { row: GridRow; column: number }) {
  const t = useTranslations("imports");
  const words = useRemarkWords();
  const here = row.issues.filter((issue) => issue.column === column);
  const others = row.issues.filter((issue) => issue.column !== column);
  return (
    <ul>
      {row.outcome === "unknownStudent" ? <li>{t("rows.unknownStudentHint")}</li> : null}
      {[...here, ...others].map((issue) => {
        const { icon, ink } = SIGNS[severityOf(issue.code)];
        return (
          <li key={`${issue.code} ${issue.column} ${issue.field}`} className="flex gap-1.5">
            <Icon name={icon} className={`mt-0.75 ${ink}`} />
            <span>
              {t(`grid.severities.${severityOf(issue.code)}`)}
              {issue.column === null || issue.column === column
                ? ": "
                : `, ${columnName(issue.column)}: `}
              {words(issue)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
